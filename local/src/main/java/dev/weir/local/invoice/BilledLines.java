package dev.weir.local.invoice;

import dev.weir.local.statement.LineWords;
import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.ledger.Entry.Posting;
import dev.weir.metering.money.Money;
import dev.weir.metering.rating.RatedLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Postings as lines of an invoice. There a line's amount is its quantity at its price, and the
 * price is not below 0 (BR-27). What is neither, as the difference of two rounded amounts, is
 * billed as one piece, its quantity and price said in words.
 */
final class BilledLines {

  private static final int DECIMALS = 18;

  private BilledLines() {}

  /**
   * @param credit the document gives back what the posting takes away
   */
  static BilledLine of(Posting posting, boolean credit) {
    return posting instanceof Charge charge
        ? charge(charge, credit)
        : piece(posting, "", days(posting), credit);
  }

  private static BilledLine charge(Charge charge, boolean credit) {
    RatedLine line = charge.line();
    Days days = new Days(day(line.key().from()), day(line.to().minusNanos(1)));
    if (!isExact(line)) {
      String counted = LineWords.quantity(line) + " at " + LineWords.price(line);
      return piece(charge, line.unit() == RatedLine.Unit.UNITS ? "" : counted, days, credit);
    }
    return new BilledLine(
        charge.number(),
        LineWords.name(charge),
        LineWords.details(charge),
        credit ? line.quantity().negate() : line.quantity(),
        BilledUnit.of(line.unit()),
        line.unitPrice(),
        signed(line.amount(), credit),
        days.from,
        days.to);
  }

  private static boolean isExact(RatedLine line) {
    BigDecimal product = line.quantity().multiply(line.unitPrice());
    return line.unitPrice().signum() >= 0
        && product.scale() <= DECIMALS
        && Money.rounded(line.amount().currency(), product).equals(line.amount());
  }

  private static BilledLine piece(Posting posting, String counted, Days days, boolean credit) {
    Money amount = signed(posting.amount(), credit);
    String details = LineWords.details(posting);
    return new BilledLine(
        posting.number(),
        LineWords.name(posting),
        details.isEmpty() || counted.isEmpty() ? details + counted : details + "\n" + counted,
        amount.sign() < 0 ? BigDecimal.ONE.negate() : BigDecimal.ONE,
        BilledUnit.ONE,
        amount.amount().abs(),
        amount,
        days.from,
        days.to);
  }

  private record Days(LocalDate from, LocalDate to) {}

  private static Days days(Posting posting) {
    return new Days(posting.key().month().atDay(1), posting.key().month().atEndOfMonth());
  }

  private static LocalDate day(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static Money signed(Money amount, boolean credit) {
    return credit ? amount.negated() : amount;
  }
}
