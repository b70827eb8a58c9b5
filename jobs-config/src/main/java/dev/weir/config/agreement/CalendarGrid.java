package dev.weir.config.agreement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * Time cut into pieces of one length, in UTC: durations from the epoch on, days from the epoch on,
 * weeks from Mondays on, months and years from Januaries on.
 */
public final class CalendarGrid {

  /** Of the first Monday, 5 January 1970. */
  private static final int MONDAY = 4;

  private static final int WEEK = 7;
  private static final long DAY = 86_400_000;
  private static final int EPOCH_YEAR = 1970;
  private static final int MONTHS = 12;

  private final long millis;
  private final int days;
  private final int months;

  private CalendarGrid(long millis, int days, int months) {
    this.millis = millis;
    this.days = days;
    this.months = months;
  }

  /**
   * Of an ISO 8601 duration or period, of one unit.
   *
   * @throws IllegalArgumentException if it has several, or is not above zero
   */
  public static CalendarGrid of(String length) {
    CalendarGrid grid = length.startsWith("PT") ? ofTime(length) : ofDays(Period.parse(length));
    int units = Long.signum(grid.millis) + Integer.signum(grid.days) + Integer.signum(grid.months);
    if (units != 1) {
      throw new IllegalArgumentException("a window has a length of one unit: " + length);
    }
    return grid;
  }

  private static CalendarGrid ofTime(String length) {
    return new CalendarGrid(Duration.parse(length).toMillis(), 0, 0);
  }

  private static CalendarGrid ofDays(Period period) {
    return new CalendarGrid(0, period.getDays(), Math.toIntExact(period.toTotalMonths()));
  }

  /** Where the piece begins that the time lies in. */
  public long floor(long time) {
    if (millis > 0) {
      return Math.floorDiv(time, millis) * millis;
    } else if (days > 0) {
      long first = first();
      return Math.floorDiv(time - first, days * DAY) * days * DAY + first;
    }
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(time, DAY));
    int month = (day.getYear() - EPOCH_YEAR) * MONTHS + day.getMonthValue() - 1;
    int first = Math.floorDiv(month, months) * months;
    return start(LocalDate.of(EPOCH_YEAR, 1, 1).plusMonths(first));
  }

  /** A length after that beginning of a piece, or of a day. */
  public long after(long start) {
    if (months == 0) {
      return start + millis + days * DAY;
    }
    return start(
        Instant.ofEpochMilli(start).atOffset(ZoneOffset.UTC).toLocalDate().plusMonths(months));
  }

  private static long start(LocalDate day) {
    return day.toEpochDay() * DAY;
  }

  /** The shortest that a piece can be, in ms. */
  public long least() {
    return millis + days * DAY + months * 28 * DAY;
  }

  /** The longest, likewise. */
  public long most() {
    return millis + days * DAY + months * 31 * DAY;
  }

  /** Whether each piece is made of whole pieces of the other, of one or several. */
  public boolean isMadeOf(CalendarGrid finer) {
    if (finer.months > 0) {
      return months % finer.months == 0 && months > 0;
    } else if (months > 0) {
      return DAY % finer.least() == 0;
    }
    return least() % finer.least() == 0 && (first() - finer.first()) % finer.least() == 0;
  }

  /** Where the piece begins that is counted from, of one that is no months. */
  private long first() {
    return days % WEEK == 0 && days > 0 ? MONDAY * DAY : 0;
  }

  /** How many whole pieces of the other a piece is made of at the most. */
  public int most(CalendarGrid finer) {
    long pieces = finer.months > 0 ? months / finer.months : -Math.floorDiv(-most(), finer.least());
    return Math.toIntExact(pieces);
  }
}
