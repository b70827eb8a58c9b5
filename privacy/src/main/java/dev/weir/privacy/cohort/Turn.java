package dev.weir.privacy.cohort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One call and what it decides.
 *
 * @param now the caller's time
 * @param due rows that arrived at or before this are decided in this turn
 */
record Turn(long now, long due, List<Decision> decisions) {

  /** What became of a row. */
  record Decision(Waiting row, Outcome outcome) {}

  static Turn at(long now, long hold) {
    return new Turn(
        now, now < Long.MIN_VALUE + hold ? Long.MIN_VALUE : now - hold, new ArrayList<>());
  }

  /** In which every row is decided. */
  static Turn last(long now) {
    return new Turn(now, Long.MAX_VALUE, new ArrayList<>());
  }

  void release(Waiting row, Cohort cohort, boolean known, boolean revived) {
    decisions.add(new Decision(row, cohort.released(row.row(), known, revived, waited(row))));
  }

  void suppress(Waiting row, Outcome.Reason reason) {
    decisions.add(new Decision(row, new Outcome.Suppressed(row.row(), reason, waited(row))));
  }

  /**
   * In the order in which their rows came. Any other, person by person or cohort by cohort, would
   * tell readers whose rows they are where the release has no token.
   */
  List<Outcome> outcomes() {
    decisions.sort(Comparator.comparingLong(decision -> decision.row().place()));
    return decisions.stream().map(Decision::outcome).toList();
  }

  long waited(Waiting row) {
    return now - row.arrival();
  }

  boolean isDue(Waiting row) {
    return row.arrival() <= due;
  }
}
