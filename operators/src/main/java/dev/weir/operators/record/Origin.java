package dev.weir.operators.record;

import org.jspecify.annotations.Nullable;

/**
 * What a record that a quota may keep back is counted and judged by. No reader sees it.
 *
 * @param eventTime ms since the epoch; {@link #UNKNOWN}: written by a build that did not keep it
 * @param member null: it leaves for itself
 */
public record Origin(long eventTime, @Nullable Member member) {

  public static final long UNKNOWN = Long.MIN_VALUE;

  /** In whose company it leaves: numbers that name a crowd, and in it a person. */
  public record Member(long crowdHigh, long crowdLow, long personHigh, long personLow) {

    /** The crowd's name. */
    public ValueName crowd() {
      return new ValueName(crowdHigh, crowdLow);
    }

    /** The person's name. */
    public ValueName person() {
      return new ValueName(personHigh, personLow);
    }
  }
}
