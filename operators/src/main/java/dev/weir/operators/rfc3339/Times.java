package dev.weir.operators.rfc3339;

import static dev.weir.operators.rfc3339.Dates.NONE;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Times: {@code date-time}, as {@code 2026-03-01T09:30:00.5+01:00}, and times of day. {@code T} and
 * {@code Z} may be small letters; fractions may be of any length and count to the millisecond here.
 */
public final class Times {

  private static final int TIME_LENGTH = 8;
  private static final int MINUTES_A_DAY = 24 * 60;

  private Times() {}

  /**
   * The instant of a timestamp, in ms since the epoch; {@link Dates#NONE} if it is none.
   *
   * @param zone of a timestamp without an offset, the earlier offset where clocks went back; null:
   *     an offset is required
   */
  public static long millis(byte[] text, int from, int to, @Nullable ZoneId zone) {
    int time = from + Dates.LENGTH + 1;
    long day = Dates.leadingDay(text, from, to);
    if (day == NONE || to < time || (text[time - 1] | 0x20) != 't') {
      return NONE;
    }
    int second = secondOfDay(text, time, to);
    int offset = second < 0 ? -1 : afterFraction(text, time + TIME_LENGTH, to);
    if (offset < 0) {
      return NONE;
    }
    long local =
        day * Dates.MILLIS + second * 1000L + fraction(text, time + TIME_LENGTH + 1, offset);
    return offset == to ? inZone(local, zone) : withOffset(local, text, offset, to);
  }

  /** Whether a text is {@code HH:mm:ss}, with or without a fraction, with or without an offset. */
  public static boolean isTimeOfDay(byte[] text, int from, int to) {
    int offset = secondOfDay(text, from, to) < 0 ? -1 : afterFraction(text, from + TIME_LENGTH, to);
    return offset == to || (offset >= 0 && withOffset(0, text, offset, to) != NONE);
  }

  private static int secondOfDay(byte[] text, int at, int to) {
    if (to - at < TIME_LENGTH || text[at + 2] != ':' || text[at + 5] != ':') {
      return -1;
    }
    int hour = Digits.two(text, at);
    int minute = Digits.two(text, at + 3);
    int second = Digits.two(text, at + 6);
    boolean exists = (hour | minute | second) >= 0 && hour < 24 && minute < 60 && second < 60;
    return exists ? hour * 3600 + minute * 60 + second : -1;
  }

  /** Where a fraction that begins there ends; there if none does; -1 if it has no digit. */
  private static int afterFraction(byte[] text, int from, int to) {
    if (from >= to || text[from] != '.') {
      return from;
    }
    int at = from + 1;
    while (at < to && Digits.is(text[at])) {
      at++;
    }
    return at == from + 1 ? -1 : at;
  }

  private static int fraction(byte[] text, int from, int to) {
    int millis = 0;
    for (int i = 0; i < 3; i++) {
      millis = millis * 10 + (from + i < to ? text[from + i] - '0' : 0);
    }
    return millis;
  }

  /** The offset is of full minutes; {@code -00:00} is UTC. */
  private static long withOffset(long local, byte[] text, int at, int to) {
    int sign = text[at];
    if ((sign | 0x20) == 'z') {
      return to - at == 1 ? local : NONE;
    }
    if ((sign != '+' && sign != '-') || to - at != 6 || text[at + 3] != ':') {
      return NONE;
    }
    int hours = Digits.two(text, at + 1);
    int minutes = Digits.two(text, at + 4);
    if ((hours | minutes) < 0 || minutes > 59 || hours * 60 >= MINUTES_A_DAY) {
      return NONE;
    }
    long offset = (hours * 60L + minutes) * 60_000L;
    return sign == '+' ? local - offset : local + offset;
  }

  /**
   * The instant of a local time, both in ms since 1970-01-01T00:00; {@link Dates#NONE} if no zone
   * is known. Rare enough for objects. A time that clocks left out counts as if they had not.
   */
  public static long inZone(long local, @Nullable ZoneId zone) {
    if (zone == null) {
      return NONE;
    }
    long second = Math.floorDiv(local, 1000L);
    LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    return time.atZone(zone).toEpochSecond() * 1000 + Math.floorMod(local, 1000L);
  }
}
