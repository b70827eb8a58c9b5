package dev.weir.operators.record;

import java.util.Locale;

/** Why a record, or a release of it, did not leave. {@code docs/reasons.md} has each one's mend. */
public enum Reason {
  /** Not well-formed, not one object, too large or too deep. */
  MALFORMED(false),
  /** A value is not of the type that the product declares. */
  WRONG_TYPE(false),
  /** A required value is absent or null. */
  MISSING(false),
  /** A name stands twice in one object. */
  DUPLICATE_NAME(false),
  /** The writer's schema cannot be read as the product declares. */
  SCHEMA(false),
  /** A value that a replacement table lacks. */
  NOT_IN_TABLE(false),
  /** A value that is no leaf of a hierarchy. */
  NOT_IN_HIERARCHY(false),
  /** A character outside a format-preserving token's alphabet, or too few of it. */
  NOT_IN_ALPHABET(false),
  /** A value whose check digit, which its token has too, is wrong. */
  CHECK_DIGIT(false),
  /**
   * A shift without a subject to draw the days for, an erasable token without one's key, or a row
   * that nobody could be counted for.
   */
  NO_SUBJECT(false),
  /**
   * A value that the treatment cannot carry, as a year past 9999 or a value longer than its pad.
   */
  OUT_OF_RANGE(false),
  /** What would leave is larger than the topic takes. */
  TOO_LARGE(false),
  /** The agreement is not active. */
  NOT_ACTIVE(true),
  /** The event's time, or the clock, is outside the agreement's period. */
  OUTSIDE_PERIOD(true),
  /** The subject's jurisdiction is not in the agreement's list, or not known. */
  OUTSIDE_JURISDICTION(true),
  /** Fewer than k people came in time who could share a box. */
  NO_CROWD(true),
  /** The crowd's values of a sensitive field would not have been diverse or close enough. */
  NOT_DIVERSE(true),
  /** The crowd has fallen below k people, and no others came in time. */
  CROWD_GONE(true),
  /** Its subject was erased while it waited, for a crowd or for a quota. */
  ERASED(true),
  /** It belongs to none of the groups that the agreement lists. */
  NOT_LISTED(true),
  /** The budget of its window's period, or the product's, is spent. */
  BUDGET_EXHAUSTED(true),
  /** Its window was drawn before, by a run or a state that this one does not go on from. */
  ALREADY_CHARGED(true),
  /** The agreement's fields have changed while it waited: it was written by the former ones. */
  AGREEMENT_CHANGED(true),

  /** The agreement's quota does not let it leave, and no more of it is kept, or no longer. */
  QUOTA_EXCEEDED(true);

  private final boolean withheld;

  Reason(boolean withheld) {
    this.withheld = withheld;
  }

  /** Withheld as the agreement asks, not dead-lettered: there is nothing to mend. */
  public boolean withheld() {
    return withheld;
  }

  /** Withheld because no crowd was large or diverse enough. */
  public boolean suppressed() {
    return this == NO_CROWD || this == NOT_DIVERSE || this == CROWD_GONE;
  }

  /** As it stands in summaries, dead letters and metrics: {@code wrong_type}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
