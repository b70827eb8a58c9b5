package dev.weir.metering.rating;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many days of a month, in UTC, each price held. A day counts whole, for the price that held
 * first in it.
 */
final class CoveredDays {

  private CoveredDays() {}

  static Map<PriceSpan, Integer> of(Tariff tariff, YearMonth month) {
    Map<PriceSpan, Integer> days = new LinkedHashMap<>();
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      LocalDate date = month.atDay(day);
      tariff
          .earliest(start(date), start(date.plusDays(1)))
          .ifPresent(span -> days.merge(span, 1, Integer::sum));
    }
    return days;
  }

  static Instant start(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
