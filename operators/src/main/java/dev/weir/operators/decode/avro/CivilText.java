package dev.weir.operators.decode.avro;

import dev.weir.operators.treat.ByteOutput;

/** Writes days and times of day in the proleptic Gregorian calendar, as RFC 3339 does. */
final class CivilText {

  /** 0000-01-01 and the day after 9999-12-31, in days since 1970-01-01. */
  static final long FIRST_DAY = -719_528;

  static final long AFTER_LAST_DAY = 2_932_897;
  private static final int DAYS_IN_400_YEARS = 146_097;
  private static final int DAYS_FROM_0000_03_01 = 719_468;

  private CivilText() {}

  /** Whether RFC 3339 can write the day. */
  static boolean hasDay(long day) {
    return day >= FIRST_DAY && day < AFTER_LAST_DAY;
  }

  /**
   * Appends {@code yyyy-MM-dd}. Years are counted from March, so that the leap day is the last.
   *
   * @param day that {@link #hasDay}
   */
  static void day(int day, ByteOutput out) {
    int shifted = day + DAYS_FROM_0000_03_01;
    int era = Math.floorDiv(shifted, DAYS_IN_400_YEARS);
    int inEra = shifted - era * DAYS_IN_400_YEARS;
    int yearInEra = (inEra - inEra / 1460 + inEra / 36524 - inEra / 146096) / 365;
    int inYear = inEra - (365 * yearInEra + yearInEra / 4 - yearInEra / 100);
    int fromMarch = (5 * inYear + 2) / 153;
    int month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    int year = yearInEra + era * 400 + (month <= 2 ? 1 : 0);
    digits(year, 1000, out);
    out.write('-');
    digits(month, 10, out);
    out.write('-');
    digits(inYear - (153 * fromMarch + 2) / 5 + 1, 10, out);
  }

  /** Appends {@code THH:mm:ss}. */
  static void time(int secondOfDay, ByteOutput out) {
    out.write('T');
    digits(secondOfDay / 3600, 10, out);
    out.write(':');
    digits(secondOfDay / 60 % 60, 10, out);
    out.write(':');
    digits(secondOfDay % 60, 10, out);
  }

  /**
   * Appends nothing for 0, else a point and three, six or nine digits, the least that are exact.
   */
  static void fraction(int nanos, ByteOutput out) {
    if (nanos == 0) {
      return;
    }
    out.write('.');
    if (nanos % 1_000_000 == 0) {
      digits(nanos / 1_000_000, 100, out);
    } else if (nanos % 1_000 == 0) {
      digits(nanos / 1_000, 100_000, out);
    } else {
      digits(nanos, 100_000_000, out);
    }
  }

  private static void digits(int number, int highest, ByteOutput out) {
    for (int power = highest; power > 0; power /= 10) {
      out.write('0' + number / power % 10);
    }
  }
}
