package dev.weir.operators.stage;

import dev.weir.privacy.cohort.Row;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.risk.ClassId;

/** Counts the distinct people of each class that a release shows. */
interface ReleasedPeople {

  /**
   * A row leaves.
   *
   * @param shown the class that it leaves in
   * @param now ms since the epoch
   */
  void released(Row row, ClassId shown, long now) throws Exception;

  /** The person was never there. */
  void forget(Subject subject) throws Exception;

  /** All that belongs together was told. */
  void measure();

  /** The input has ended. */
  default void end() {}
}
