package dev.weir.metering.ledger;

import dev.weir.metering.money.Money;
import dev.weir.metering.rating.RatedLine;
import java.math.BigDecimal;

/**
 * The sum of an account's lines.
 *
 * @param last the newest of them
 */
record Posted(RatedLine last, BigDecimal quantity, Money amount) {

  static Posted of(RatedLine line) {
    return new Posted(line, line.quantity(), line.amount());
  }

  Posted plus(Posted newer) {
    return new Posted(newer.last, quantity.add(newer.quantity), amount.plus(newer.amount));
  }

  /** The line that makes this sum that of the truth; quantity and amount 0 if it is already. */
  RatedLine to(RatedLine truth) {
    return line(truth, truth.quantity().subtract(quantity), truth.amount().minus(amount));
  }

  /** Records charged by them. */
  long records() {
    return line(last, quantity, amount).records();
  }

  /** The line that takes all back. */
  RatedLine toNothing() {
    return line(last, quantity.negate(), amount.negated());
  }

  private static RatedLine line(RatedLine like, BigDecimal quantity, Money amount) {
    return new RatedLine(like.key(), like.to(), quantity, like.unit(), like.unitPrice(), amount);
  }
}
