package dev.weir.metering.books;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.weir.metering.money.Money;
import dev.weir.metering.rating.ChargeKey;
import dev.weir.metering.rating.ChargeKind;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;

/** What is charged. */
@JsonPropertyOrder({"agreement", "month", "from", "price", "currency", "kind", "tier"})
record KeyForm(
    String agreement,
    String month,
    String from,
    String price,
    String currency,
    String kind,
    int tier) {

  static KeyForm of(ChargeKey key) {
    return new KeyForm(
        key.agreement(),
        key.month().toString(),
        key.from().toString(),
        key.price(),
        key.currency().getCurrencyCode(),
        word(key.kind()),
        key.tier());
  }

  ChargeKey key() {
    return new ChargeKey(
        agreement,
        YearMonth.parse(month),
        Instant.parse(from),
        price,
        Money.currency(currency),
        ChargeKind.valueOf(kind.toUpperCase(Locale.ROOT)),
        tier);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
