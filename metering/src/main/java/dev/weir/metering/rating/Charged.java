package dev.weir.metering.rating;

import dev.weir.config.agreement.Price;
import dev.weir.metering.money.Money;
import dev.weir.metering.rating.RatedLine.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Optional;

/** A price in a month in which it holds, if only for a part of it. */
record Charged(String agreement, YearMonth month, PriceSpan span, Price price) {

  /** Empty where the span charges nothing. */
  static Optional<Charged> of(String agreement, YearMonth month, PriceSpan span) {
    return Optional.ofNullable(span.price())
        .map(price -> new Charged(agreement, month, span, price));
  }

  Currency currency() {
    return Money.currency(price.currency());
  }

  ChargeKey key(ChargeKind kind, int tier) {
    Instant start = CoveredDays.start(month.atDay(1));
    Instant from = span.from().isBefore(start) ? start : span.from();
    return new ChargeKey(agreement, month, from, span.name(), currency(), kind, tier);
  }

  RatedLine line(ChargeKey key, BigDecimal quantity, Unit unit, BigDecimal ofOne, Money amount) {
    Instant end = CoveredDays.start(month.plusMonths(1).atDay(1));
    Instant to = span.to().isAfter(end) ? end : span.to();
    return new RatedLine(key, to, quantity, unit, ofOne, amount);
  }
}
