package dev.weir.metering.rating;

import dev.weir.metering.money.Money;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A charge of a month, as the usage known now makes it.
 *
 * @param to end of the time charged, which begins with the key's {@code from}; exclusive
 * @param quantity in {@code unit}s; of {@link Unit#THOUSAND_RECORDS} with three decimals
 * @param unitPrice of one; where a month is charged by days, rounded to twelve decimals
 * @param amount what is to be paid: the exact product, rounded once
 */
public record RatedLine(
    ChargeKey key, Instant to, BigDecimal quantity, Unit unit, BigDecimal unitPrice, Money amount) {

  private static final int THOUSAND = 3;

  /** What is counted. */
  public enum Unit {
    MONTHS,
    DAYS,
    THOUSAND_RECORDS,
    /** The line is one thing: what lacks to a minimum. */
    UNITS
  }

  /** How many records it charges. */
  public long records() {
    return unit == Unit.THOUSAND_RECORDS ? quantity.movePointRight(THOUSAND).longValueExact() : 0;
  }

  static BigDecimal thousands(long records) {
    return BigDecimal.valueOf(records, THOUSAND);
  }
}
