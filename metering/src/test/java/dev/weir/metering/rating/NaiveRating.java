package dev.weir.metering.rating;

import dev.weir.config.agreement.Price;
import dev.weir.config.agreement.Price.PriceTier;
import dev.weir.config.agreement.Quota;
import dev.weir.config.agreement.Quota.OnExceed;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a month costs, found another way: every record by itself, every hour of the month looked at,
 * nothing cut or joined. Exact, by currency; the price of what it cannot count is not asked for.
 */
final class NaiveRating {

  private final List<PriceSpan> spans;
  private final YearMonth month;
  final Map<String, BigDecimal> fees = new HashMap<>();
  final Map<String, BigDecimal> records = new HashMap<>();
  final Map<String, BigDecimal> minimums = new HashMap<>();
  long charged;

  NaiveRating(Tariff tariff, YearMonth month, NavigableMap<Minute, Usage> usage) {
    this.spans = tariff.spans();
    this.month = month;
    days();
    List<Instant> all = new ArrayList<>();
    usage.forEach((minute, used) -> repeat(all, minute.from(), used.records()));
    all.removeIf(time -> at(time) == null);
    for (int i = 0; i < all.size(); i++) {
      record(all, i);
    }
  }

  private static void repeat(List<Instant> all, Instant time, long times) {
    for (long i = 0; i < times; i++) {
      all.add(time);
    }
  }

  private @Nullable PriceSpan at(Instant time) {
    for (PriceSpan span : spans) {
      if (!time.isBefore(span.from()) && time.isBefore(span.to())) {
        return span;
      }
    }
    return null;
  }

  /** Spans of tests begin and end with the hour. */
  private void days() {
    for (LocalDate day = month.atDay(1); YearMonth.from(day).equals(month); day = day.plusDays(1)) {
      Instant hour = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      for (int h = 0; h < 24; h++, hour = hour.plus(Duration.ofHours(1))) {
        PriceSpan span = at(hour);
        if (span != null) {
          day(span.price());
          break;
        }
      }
    }
  }

  private void day(@Nullable Price price) {
    if (price != null) {
      add(fees, price.currency(), ofADay(price.perMonth()));
      add(minimums, price.currency(), ofADay(price.minimum()));
    }
  }

  private BigDecimal ofADay(@Nullable BigDecimal ofAMonth) {
    return Objects.requireNonNullElse(ofAMonth, BigDecimal.ZERO)
        .divide(BigDecimal.valueOf(month.lengthOfMonth()), MathContext.DECIMAL128);
  }

  private void record(List<Instant> all, int index) {
    PriceSpan span = at(all.get(index));
    if (span == null || span.price() == null) {
      return;
    }
    charged++;
    LocalDate day = day(all.get(index));
    long ofTheDay = all.subList(0, index).stream().filter(t -> day(t).equals(day)).count() + 1;
    Price price = span.price();
    add(records, price.currency(), price(price, span.quota(), index + 1, ofTheDay, all.size()));
  }

  private static LocalDate day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static BigDecimal price(
      Price price, @Nullable Quota quota, long place, long ofTheDay, long total) {
    if (quota != null && quota.onExceed() == OnExceed.BILL) {
      boolean over = over(quota.recordsPerDay(), ofTheDay) || over(quota.recordsPerMonth(), place);
      if (over && price.overagePerThousandRecords() != null) {
        return price.overagePerThousandRecords();
      }
    }
    if (price.freeRecords() != null && place <= price.freeRecords()) {
      return BigDecimal.ZERO;
    }
    long decides = price.volume() ? total : place;
    for (PriceTier tier : price.perThousandRecords()) {
      if (tier.upTo() == null || decides <= tier.upTo()) {
        return tier.price();
      }
    }
    return BigDecimal.ZERO;
  }

  private static boolean over(@Nullable Long limit, long count) {
    return limit != null && count > limit;
  }

  private static void add(Map<String, BigDecimal> sums, String currency, BigDecimal amount) {
    sums.merge(currency, amount, BigDecimal::add);
  }
}
