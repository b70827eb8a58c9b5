package dev.weir.metering.books;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.weir.metering.money.Money;
import dev.weir.metering.rating.RatedLine;
import dev.weir.metering.rating.RatedLine.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/** How much, at which price. */
@JsonPropertyOrder({"key", "to", "quantity", "unit", "unitPrice", "amount"})
record LineForm(
    KeyForm key, String to, String quantity, String unit, String unitPrice, String amount) {

  static LineForm of(RatedLine line) {
    return new LineForm(
        KeyForm.of(line.key()),
        line.to().toString(),
        line.quantity().toString(),
        KeyForm.word(line.unit()),
        line.unitPrice().toString(),
        line.amount().amount().toString());
  }

  RatedLine line() {
    return new RatedLine(
        key.key(),
        Instant.parse(to),
        new BigDecimal(quantity),
        Unit.valueOf(unit.toUpperCase(Locale.ROOT)),
        new BigDecimal(unitPrice),
        new Money(Money.currency(key.currency()), new BigDecimal(amount)));
  }
}
