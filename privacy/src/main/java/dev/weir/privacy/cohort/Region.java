package dev.weir.privacy.cohort;

import dev.weir.privacy.generalize.Space;

/**
 * A part of the space, in which cohorts are formed by themselves.
 *
 * @param context what its cohorts' names are bound to
 * @param shortfalls counts what was lacking
 */
record Region(
    Space space, Policy policy, byte[] context, CohortState state, Shortfalls shortfalls) {

  int k() {
    return policy.guarantee().k();
  }

  boolean isStable() {
    return policy.mode() == Mode.STABLE;
  }

  @Override
  public String toString() {
    return "Region";
  }
}
