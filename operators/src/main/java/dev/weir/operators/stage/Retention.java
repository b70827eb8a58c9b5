package dev.weir.operators.stage;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/** How long what was released may be kept: an ISO 8601 period, duration or both. */
public final class Retention {

  private Retention() {}

  /**
   * When it ends: years to days by the UTC calendar, what follows the T by the clock.
   *
   * @param period as {@code P90D}, {@code PT12H} or {@code P1DT12H}
   * @throws java.time.format.DateTimeParseException if it is none
   */
  public static Instant end(String period, Instant from) {
    int time = period.indexOf('T');
    Period days = Period.ZERO;
    Duration rest = Duration.ZERO;
    if (time != 1) {
      days = Period.parse(time < 0 ? period : period.substring(0, time));
    }
    if (time >= 0) {
      rest = Duration.parse("P" + period.substring(time));
    }
    return from.atOffset(ZoneOffset.UTC).plus(days).plus(rest).toInstant();
  }

  /** How long it is from that instant on: months differ. As {@link #end} otherwise. */
  public static Duration length(String period, Instant from) {
    return Duration.between(from, end(period, from));
  }
}
