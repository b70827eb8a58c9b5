package dev.weir.operators.treat.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times by regular expressions and java.time. */
final class NaiveTimes {

  private static final String TIME = "([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]+))?";
  private static final String OFFSET = "([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])";
  private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern TIME_OF_DAY = Pattern.compile(TIME + OFFSET + "?");
  private static final Pattern TIMESTAMP =
      Pattern.compile("(.{10})[Tt](" + TIME + ")" + OFFSET + "?", Pattern.DOTALL);

  private NaiveTimes() {}

  static @Nullable LocalDate date(String text) {
    Matcher date = DATE.matcher(text);
    try {
      return date.matches()
          ? LocalDate.of(number(date, 1), number(date, 2), number(date, 3))
          : null;
    } catch (DateTimeException missing) {
      return null;
    }
  }

  static boolean isTimeOfDay(String text) {
    Matcher time = TIME_OF_DAY.matcher(text);
    return time.matches() && time(time, 1) != null;
  }

  private static @Nullable LocalTime time(Matcher time, int group) {
    try {
      String fraction = (time.group(group + 3) == null ? "" : time.group(group + 3)) + "000000000";
      int nanos = Integer.parseInt(fraction.substring(0, 9));
      return LocalTime.of(
          number(time, group), number(time, group + 1), number(time, group + 2), nanos);
    } catch (DateTimeException missing) {
      return null;
    }
  }

  static @Nullable Instant instant(String text, @Nullable String zone) {
    Matcher parts = TIMESTAMP.matcher(text);
    LocalDate date = parts.matches() ? date(parts.group(1)) : null;
    LocalTime time = date == null ? null : time(parts, 3);
    String offset = date == null ? null : parts.group(7);
    if (date == null || time == null) {
      return null;
    } else if (offset == null) {
      return zone == null ? null : date.atTime(time).atZone(ZoneId.of(zone)).toInstant();
    }
    return LocalDateTime.of(date, time).toInstant(ZoneOffset.UTC).minusSeconds(seconds(offset));
  }

  private static long seconds(String offset) {
    if (offset.length() == 1) {
      return 0;
    }
    long minutes =
        Long.parseLong(offset.substring(1, 3)) * 60 + Long.parseLong(offset.substring(4));
    return offset.startsWith("-") ? -minutes * 60 : minutes * 60;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
