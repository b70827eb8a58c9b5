package dev.weir.privacy.cohort;

import java.util.ArrayList;
import java.util.List;

/**
 * One call and what it decides.
 *
 * @param now the caller's time
 * @param due rows that arrived at or before this are decided in this turn
 */
record Turn(long now, long due, List<Outcome> outcomes) {

  static Turn at(long now, long hold) {
    return new Turn(
        now, now < Long.MIN_VALUE + hold ? Long.MIN_VALUE : now - hold, new ArrayList<>());
  }

  /** In which every row is decided. */
  static Turn last(long now) {
    return new Turn(now, Long.MAX_VALUE, new ArrayList<>());
  }

  void add(Outcome outcome) {
    outcomes.add(outcome);
  }

  long waited(Waiting row) {
    return now - row.arrival();
  }

  boolean isDue(Waiting row) {
    return row.arrival() <= due;
  }
}
