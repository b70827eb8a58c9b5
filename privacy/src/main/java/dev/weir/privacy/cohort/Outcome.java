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
   * @param member since when its person is in the cohort
   * @param people who share the box as it leaves, of those seen within the horizon
   */
  record Released(Row row, CohortId cohort, Box box, Member member, int people, long waited)
      implements Outcome {}

  /** How a person came to be in the cohort that lets a row of it leave. */
  enum Member {
    /** Before the call that let the row leave. */
    BEFORE,
    /** In that call. */
    JOINED,
    /**
     * In that call, as one of those who brought the cohort back to k: until that is kept, no row of
     * anybody may leave in it.
     */
    REVIVED
  }

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
