package dev.weir.privacy.measure;

import java.util.Arrays;
import java.util.List;

/** Sums of all measures, of which each has its own. */
final class Cells {

  private Cells() {}

  /** So many from there on, by group. */
  static long[][] of(List<long[]> groups, int at, int width) {
    long[][] part = new long[groups.size()][];
    Arrays.setAll(part, group -> Arrays.copyOfRange(groups.get(group), at, at + width));
    return part;
  }
}
