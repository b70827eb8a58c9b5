package dev.weir.operators.rfc3339;

import dev.weir.operators.bytes.ByteOutput;

/** Calendar days: {@code full-date}, as {@code 2026-03-01}, and days since 1970-01-01. */
public final class Dates {

  /** Not a date, or not a time: before every one that can be written. */
  public static final long NONE = Long.MIN_VALUE;

  /** Bytes of a date. */
  public static final int LENGTH = 10;

  /** 0001-01-01, in days since 1970-01-01. */
  public static final long FIRST_OF_YEAR_1 = -719_162;

  /** 0000-01-01, the first that four digits can write. */
  public static final long FIRST = -719_528;

  /** 9999-12-31, the last that four digits can write. */
  public static final long LAST = 2_932_896;

  /** Of a day. */
  public static final long MILLIS = 86_400_000L;

  private static final int DAYS_OF_400_YEARS = 146_097;
  private static final int FROM_MARCH_OF_0000 = 719_468;

  private Dates() {}

  /** Days since 1970-01-01 of a text that is a date and nothing else; {@link #NONE} if not. */
  public static long day(byte[] text, int from, int to) {
    return to - from == LENGTH ? leadingDay(text, from, to) : NONE;
  }

  /** As {@link #day}, of the date that a longer text begins with. */
  public static long leadingDay(byte[] text, int from, int to) {
    if (to - from < LENGTH || text[from + 4] != '-' || text[from + 7] != '-') {
      return NONE;
    }
    int year = Digits.four(text, from);
    int month = Digits.two(text, from + 5);
    int day = Digits.two(text, from + 8);
    boolean exists =
        year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= length(year, month);
    return exists ? day(year, month, day) : NONE;
  }

  /** Midnight UTC of a date, in ms since the epoch; {@link #NONE} if it is none. */
  public static long millis(byte[] text, int from, int to) {
    long day = day(text, from, to);
    return day == NONE ? NONE : day * MILLIS;
  }

  /** Whether four digits can write the day's year. */
  public static boolean writable(long day) {
    return day >= FIRST && day <= LAST;
  }

  /**
   * Appends {@code yyyy-MM-dd}, {@code yyyy-MM} or {@code yyyy}.
   *
   * @param day that is {@link #writable}
   * @param length 10, 7 or 4
   */
  public static void write(long day, int length, ByteOutput out) {
    int fromMarch = (int) day + FROM_MARCH_OF_0000; // the leap day is the last of such a year
    int era = Math.floorDiv(fromMarch, DAYS_OF_400_YEARS);
    int ofEra = fromMarch - era * DAYS_OF_400_YEARS;
    int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146096) / 365;
    int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int monthFromMarch = (5 * ofYear + 2) / 153;
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    write(year, month, ofYear - (153 * monthFromMarch + 2) / 5 + 1, length, out);
  }

  private static void write(int year, int month, int day, int length, ByteOutput out) {
    Digits.writeTwo(year / 100, out);
    Digits.writeTwo(year % 100, out);
    if (length > 4) {
      out.write('-');
      Digits.writeTwo(month, out);
    }
    if (length > 7) {
      out.write('-');
      Digits.writeTwo(day, out);
    }
  }

  /** Counted in years that begin in March, so that the leap day is a year's last. */
  private static long day(int year, int month, int day) {
    int marchYear = month > 2 ? year : year - 1;
    int monthFromMarch = month > 2 ? month - 3 : month + 9;
    int era = Math.floorDiv(marchYear, 400);
    int yearOfEra = marchYear - era * 400;
    int ofYear = (153 * monthFromMarch + 2) / 5 + day - 1;
    int ofEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear;
    return (long) era * DAYS_OF_400_YEARS + ofEra - FROM_MARCH_OF_0000;
  }

  private static int length(int year, int month) {
    if (month == 2) {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return 30 + ((month + (month >> 3)) & 1);
  }
}
