package dev.weir.operators.decode.avro;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads dates and timestamps as RFC 3339, section 5.6, writes them; a leap second is refused. */
final class IsoText {

  /** Not a time: before every one that can be written. */
  static final long NONE = Long.MIN_VALUE;

  private static final int DATE_LENGTH = 10;
  private static final int SECONDS_END = 19;
  private static final long DAY_MILLIS = 86_400_000L;

  private IsoText() {}

  /** Midnight UTC of {@code yyyy-MM-dd}, in ms since the epoch; {@link #NONE} if it is none. */
  static long date(byte[] text, int from, int to) {
    long day = to - from == DATE_LENGTH ? day(text, from) : NONE;
    return day == NONE ? NONE : day * DAY_MILLIS;
  }

  /** A date, {@code T}, a time with seconds, a fraction if any, and an offset; in ms. */
  static long timestamp(byte[] text, int from, int to, @Nullable ZoneId zone) {
    if (to - from < SECONDS_END || (text[from + DATE_LENGTH] | 0x20) != 't') {
      return NONE;
    }
    long day = day(text, from);
    long second = secondOfDay(text, from + DATE_LENGTH + 1);
    if (day == NONE || second == NONE) {
      return NONE;
    }
    int at = from + SECONDS_END;
    int afterFraction = fractionEnd(text, at, to);
    if (afterFraction == -1) {
      return NONE;
    }
    long local = day * DAY_MILLIS + second * 1000 + fractionMillis(text, at, afterFraction);
    return afterFraction == to ? inZone(local, zone) : withOffset(local, text, afterFraction, to);
  }

  private static long day(byte[] text, int at) {
    int year = digits(text, at, 4);
    int month = digits(text, at + 5, 2);
    int day = digits(text, at + 8, 2);
    if (year < 0
        || month < 1
        || month > 12
        || day < 1
        || text[at + 4] != '-'
        || text[at + 7] != '-') {
      return NONE;
    }
    try {
      return LocalDate.of(year, month, day).toEpochDay();
    } catch (DateTimeException noSuchDay) {
      return NONE;
    }
  }

  private static long secondOfDay(byte[] text, int at) {
    int hour = digits(text, at, 2);
    int minute = digits(text, at + 3, 2);
    int second = digits(text, at + 6, 2);
    boolean good =
        hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    return good && text[at + 2] == ':' && text[at + 5] == ':'
        ? hour * 3600L + minute * 60L + second
        : NONE;
  }

  /** Where the fraction ends; the same place if there is none, -1 if it has no digit. */
  private static int fractionEnd(byte[] text, int from, int to) {
    if (from == to || text[from] != '.') {
      return from;
    }
    int at = from + 1;
    while (at < to && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    return at == from + 1 ? -1 : at;
  }

  private static long fractionMillis(byte[] text, int from, int to) {
    long millis = 0;
    for (int i = 1; i <= 3; i++) {
      millis = millis * 10 + (from + i < to ? text[from + i] - '0' : 0);
    }
    return millis;
  }

  /** The instant of a local time, both in ms; {@link #NONE} if no zone is known. */
  static long inZone(long local, @Nullable ZoneId zone) {
    if (zone == null) {
      return NONE;
    }
    long second = Math.floorDiv(local, 1000L);
    LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    return time.atZone(zone).toEpochSecond() * 1000 + Math.floorMod(local, 1000L);
  }

  private static long withOffset(long local, byte[] text, int at, int to) {
    if ((text[at] | 0x20) == 'z') {
      return to - at == 1 ? local : NONE;
    }
    boolean signed = text[at] == '+' || text[at] == '-';
    if (!signed || to - at != 6 || text[at + 3] != ':') {
      return NONE;
    }
    int hours = digits(text, at + 1, 2);
    int minutes = digits(text, at + 4, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return NONE;
    }
    long offset = (hours * 60L + minutes) * 60_000L;
    return text[at] == '+' ? local - offset : local + offset;
  }

  private static int digits(byte[] text, int at, int count) {
    int number = 0;
    for (int i = at; i < at + count; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
