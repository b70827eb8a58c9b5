package dev.weir.metering.rating;

import dev.weir.metering.money.Money;
import dev.weir.metering.rating.RatedLine.Unit;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code minimum}: the least that is paid for the records of a month, prorated like {@code
 * perMonth}, which does not count towards it. Over several prices of a currency the minimums add
 * up.
 */
final class Minimums {

  private static final Set<ChargeKind> OF_RECORDS =
      EnumSet.of(ChargeKind.RECORDS, ChargeKind.OVERAGE);

  /** A price and how many days of the month it is charged for. */
  record Share(Charged charged, int days) {

    BigDecimal minimumDays() {
      BigDecimal minimum = charged.price().minimum();
      return minimum == null ? BigDecimal.ZERO : minimum.multiply(BigDecimal.valueOf(days));
    }
  }

  private Minimums() {}

  /**
   * What lacks to the minimum in a currency; on the last price that says one.
   *
   * @param lines of the month
   */
  static Optional<RatedLine> of(Currency currency, List<Share> shares, List<RatedLine> lines) {
    List<Share> paid =
        shares.stream()
            .filter(share -> share.charged().currency().equals(currency))
            .filter(share -> share.charged().price().minimum() != null)
            .toList();
    if (paid.isEmpty()) {
      return Optional.empty();
    }
    Charged last = paid.get(paid.size() - 1).charged();
    BigDecimal sum = paid.stream().map(Share::minimumDays).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal days = BigDecimal.valueOf(last.month().lengthOfMonth());
    Money lacks = Money.rounded(currency, sum, days).minus(ofRecords(currency, lines));
    return lacks.sign() > 0 ? Optional.of(line(last, lacks)) : Optional.empty();
  }

  private static Money ofRecords(Currency currency, List<RatedLine> lines) {
    return lines.stream()
        .filter(line -> OF_RECORDS.contains(line.key().kind()))
        .map(RatedLine::amount)
        .filter(amount -> amount.currency().equals(currency))
        .reduce(Money.none(currency), Money::plus);
  }

  private static RatedLine line(Charged last, Money lacks) {
    ChargeKey key = last.key(ChargeKind.MINIMUM, 0);
    return last.line(key, BigDecimal.ONE, Unit.UNITS, lacks.amount(), lacks);
  }
}
