package dev.weir.operators.quota;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days and months of UTC, by numbers. */
final class Calendar {

  private static final long DAY = 86_400_000;
  private static final int MONTHS = 12;

  private Calendar() {}

  static long day(long millis) {
    return Math.floorDiv(millis, DAY);
  }

  /** Months since the year 0. */
  static long month(long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return (long) date.getYear() * MONTHS + date.getMonthValue() - 1;
  }

  static long beginOfDay(long day) {
    return day * DAY;
  }

  static long beginOfMonth(long month) {
    LocalDate first =
        LocalDate.of(
            (int) Math.floorDiv(month, MONTHS), (int) Math.floorMod(month, (long) MONTHS) + 1, 1);
    return first.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }
}
