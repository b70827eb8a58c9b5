package dev.weir.operators.progress;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** The highest offset of each partition of one topic. */
final class Positions {

  private static final long NONE = -1;
  private long[] highest = new long[0];

  /** A negative partition is none of Kafka's and is not kept. */
  void reached(int partition, long offset) {
    if (partition >= highest.length) {
      grow(partition + 1);
    }
    if (partition >= 0 && offset > highest[partition]) {
      highest[partition] = offset;
    }
  }

  private void grow(int size) {
    int before = highest.length;
    highest = Arrays.copyOf(highest, size);
    Arrays.fill(highest, before, size, NONE);
  }

  SortedMap<Integer, Long> offsets() {
    SortedMap<Integer, Long> offsets = new TreeMap<>();
    for (int partition = 0; partition < highest.length; partition++) {
      if (highest[partition] != NONE) {
        offsets.put(partition, highest[partition]);
      }
    }
    return offsets;
  }
}
