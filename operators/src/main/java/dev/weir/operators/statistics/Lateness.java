package dev.weir.operators.statistics;

import java.time.Duration;
import java.time.Period;

/** How long after its end something may still come to a window. */
final class Lateness {

  private Lateness() {}

  /**
   * In ms; months count as 31 days, years as 366.
   *
   * @param amount ISO 8601
   */
  static long millis(String amount) {
    if (amount.startsWith("PT")) {
      return Duration.parse(amount).toMillis();
    }
    Period period = Period.parse(amount);
    long days = period.getDays() + 31L * period.getMonths() + 366L * period.getYears();
    return Duration.ofDays(days).toMillis();
  }
}
