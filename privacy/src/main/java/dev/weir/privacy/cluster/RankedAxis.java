package dev.weir.privacy.cluster;

import dev.weir.privacy.generalize.Axis;
import dev.weir.privacy.generalize.Space;
import java.util.Arrays;
import java.util.List;

/**
 * One axis of a block, its codes as ranks, so that the loss between any two is looked up:
 * clustering asks for it millions of times.
 */
final class RankedAxis {

  private static final int LARGEST_TABLE = 256; // ranks; squared, of 8 bytes: 512 KiB

  private final Space space;
  private final int axis;
  private final long[] codes;
  private final double[] table;

  RankedAxis(Space space, int axis, List<Member> members) {
    this.space = space;
    this.axis = axis;
    this.codes =
        members.stream()
            .mapToLong(member -> member.point().get(axis))
            .sorted()
            .distinct()
            .toArray();
    this.table = codes.length <= LARGEST_TABLE ? table() : new double[0];
  }

  private double[] table() {
    int size = codes.length;
    double[] losses = new double[size * size];
    for (int low = 0; low < size; low++) {
      for (int high = low; high < size; high++) {
        losses[low * size + high] = computed(low, high);
      }
    }
    return losses;
  }

  int rank(long code) {
    return Arrays.binarySearch(codes, code);
  }

  /** With the axis's weight. */
  double loss(int low, int high) {
    return table.length > 0 ? table[low * codes.length + high] : computed(low, high);
  }

  private double computed(int low, int high) {
    boolean mixed = codes[low] == Axis.MISSING && low != high;
    return mixed
        ? Double.POSITIVE_INFINITY // never in one box
        : space.weight(axis) * space.loss(axis, codes[low], codes[high]);
  }
}
