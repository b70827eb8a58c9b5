package dev.weir.metering.rating;

import dev.weir.metering.money.Money;
import dev.weir.metering.rating.RatedLine.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** {@code perMonth}: whole for a month that the price covers, else by days. */
final class MonthLines {

  private static final int DIGITS_OF_A_DAY = 12;

  private MonthLines() {}

  /**
   * @param days of the month that are charged by this price
   */
  static Optional<RatedLine> of(Charged charged, int days) {
    return Optional.ofNullable(charged.price().perMonth())
        .map(perMonth -> line(charged, days, perMonth));
  }

  private static RatedLine line(Charged charged, int days, BigDecimal perMonth) {
    ChargeKey key = charged.key(ChargeKind.MONTH, 0);
    BigDecimal part = BigDecimal.valueOf(days);
    BigDecimal whole = BigDecimal.valueOf(charged.month().lengthOfMonth());
    Money amount = Money.rounded(key.currency(), perMonth.multiply(part), whole);
    if (part.equals(whole)) {
      return charged.line(key, BigDecimal.ONE, Unit.MONTHS, perMonth, amount);
    }
    BigDecimal ofADay = perMonth.divide(whole, DIGITS_OF_A_DAY, RoundingMode.HALF_UP);
    return charged.line(key, part, Unit.DAYS, ofADay, amount);
  }
}
