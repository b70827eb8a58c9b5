package dev.weir.privacy.cohort;

import dev.weir.privacy.crowd.Shortfall;

/** How often crowds lacked what; since the region was opened. Counted by one thread. */
public final class Shortfalls {

  private final long[] counts = new long[Shortfall.values().length];

  Shortfalls() {}

  void count(Shortfall lacks) {
    counts[lacks.ordinal()]++;
  }

  /** How often a group or a cohort was asked to take a row and lacked this. */
  public long of(Shortfall lacks) {
    return counts[lacks.ordinal()];
  }
}
