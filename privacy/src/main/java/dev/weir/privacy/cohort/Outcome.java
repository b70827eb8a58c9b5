package dev.weir.privacy.cohort;

import dev.weir.privacy.generalize.Box;

/** What became of a row; each row has exactly one, unless its subject is erased while it waits. */
public sealed interface Outcome {

  Row row();

  /** How long it was undecided, in the caller's unit of time. */
  long waited();

  /**
   * It leaves as this box says.
   *
   * @param known whether its person was in the cohort before the call that let it leave
   * @param revived whether this row, or its person's coming to the cohort in that call, made the
   *     cohort again what it must be, of k people or diverse and close enough: until that is kept,
   *     no row of anybody may leave in it
   * @param people who share the box as it leaves, of those seen within the horizon
   */
  record Released(
      Row row, CohortId cohort, Box box, boolean known, boolean revived, int people, long waited)
      implements Outcome {}

  /** It never leaves. */
  record Suppressed(Row row, Reason reason, long waited) implements Outcome {}

  /** Why a row is suppressed. */
  enum Reason {
    /** Fewer than k people came who could share a box with it in time. */
    NO_CROWD,
    /** Its crowd would not have been diverse or close enough. */
    NOT_DIVERSE,
    /** Its cohort has fallen below k people, and no others came in time. */
    CROWD_GONE
  }
}
