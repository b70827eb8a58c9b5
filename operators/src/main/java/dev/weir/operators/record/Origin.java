package dev.weir.operators.record;

import org.jspecify.annotations.Nullable;

/**
 * What a record that a quota may keep back is counted and judged by. No reader sees it.
 *
 * @param eventTime ms since the epoch; {@link #UNKNOWN}: written by a build that did not keep it
 * @param member null: it leaves for itself
 * @param subject whose it is, if it leaves for itself; {@link #NOBODY}: no person's; null: nobody
 *     has asked
 */
public record Origin(long eventTime, @Nullable Member member, @Nullable ValueName subject) {

  public static final long UNKNOWN = Long.MIN_VALUE;

  /** Names nobody. */
  public static final ValueName NOBODY = new ValueName(0, 0);

  private static final long FORGET = Long.MAX_VALUE;

  /** Of a record that nobody was asked about whose it is. */
  public Origin(long eventTime, @Nullable Member member) {
    this(eventTime, member, null);
  }

  /** Of no record: word that a subject's are to be forgotten. */
  public static Origin forgetting(ValueName subject) {
    return new Origin(FORGET, null, subject);
  }

  /** Whether it is such a word. */
  public boolean isForgetting() {
    return eventTime == FORGET;
  }

  /** Whose it is, as far as it is known. */
  public @Nullable ValueName person() {
    return member == null ? subject : member.person();
  }

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
