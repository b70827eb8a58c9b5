package dev.weir.metering.ledger;

import dev.weir.metering.rating.ChargeKey;
import dev.weir.metering.rating.RatedLine;
import dev.weir.metering.rating.RatedLine.Unit;
import java.math.BigDecimal;

/** Lines whose quantities add up: one charge at one price. */
record Account(ChargeKey key, Unit unit, BigDecimal unitPrice) {

  Account {
    unitPrice = unitPrice.stripTrailingZeros();
  }

  static Account of(RatedLine line) {
    return new Account(line.key(), line.unit(), line.unitPrice());
  }
}
