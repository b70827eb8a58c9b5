package dev.weir.operators.record;

import org.jspecify.annotations.Nullable;

/**
 * What a record that a quota may keep back is counted and judged by. No reader sees it.
 *
 * @param eventTime ms since the epoch; {@link #UNKNOWN}: written by a build that did not keep it
 * @param member null: it leaves for itself
 * @param subject whose it is, if it leaves for itself; {@link #NOBODY}: no person's; null: nobody
 *     has asked
 * @param epsilon privacy loss that usage tells with it, in billionths, rounded up
 */
public record Origin(
    long eventTime, @Nullable Member member, @Nullable ValueName subject, long epsilon) {

  public static final long UNKNOWN = Long.MIN_VALUE;

  /** Decimal places of the ε, which is in billionths. */
  public static final int EPSILON_SCALE = 9;

  /** Names nobody. */
  public static final ValueName NOBODY = new ValueName(0, 0);

  private static final long FORGET = Long.MAX_VALUE;

  /** Of a record that nobody was asked about whose it is. */
  public Origin(long eventTime, @Nullable Member member) {
    this(eventTime, member, null);
  }

  /** Of a record that no privacy loss is told with. */
  public Origin(long eventTime, @Nullable Member member, @Nullable ValueName subject) {
    this(eventTime, member, subject, 0);
  }

  /** Of a row of a window, which is of no person. */
  public static Origin ofWindow(long from, Member row, long epsilon) {
    return new Origin(from, row, NOBODY, epsilon);
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
    return member == null || NOBODY.equals(subject) ? subject : member.person();
  }

  /**
   * In whose company it leaves: numbers that name a crowd, and in it a person; or a window of
   * statistics, and in it a row.
   */
  public record Member(long crowdHigh, long crowdLow, long personHigh, long personLow) {

    /**
     * A row of a window.
     *
     * @param rows of the window
     * @param row from 0 on
     */
    public static Member row(ValueName window, int rows, int row) {
      return new Member(window.high(), window.low(), rows, row);
    }

    /** Of a row of a window: how many rows that has. */
    public int rows() {
      return Math.toIntExact(personHigh);
    }

    /** Of a row of a window: whether the window ends with it. */
    public boolean isLast() {
      return personLow == personHigh - 1;
    }

    /** The crowd's name, or the window's. */
    public ValueName crowd() {
      return new ValueName(crowdHigh, crowdLow);
    }

    /** The person's name. */
    public ValueName person() {
      return new ValueName(personHigh, personLow);
    }
  }
}
