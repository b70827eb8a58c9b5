package dev.weir.local.statement;

import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.ledger.Entry.Credit;
import dev.weir.metering.ledger.Entry.Original;
import dev.weir.metering.ledger.Entry.Posting;
import dev.weir.metering.rating.ChargeKey;
import dev.weir.metering.rating.RatedLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a statement in words. */
final class LineWords {

  private LineWords() {}

  /** Entry, what, quantity, unit price, amount. */
  static List<String> of(Posting posting) {
    RatedLine line = posting instanceof Charge charge ? charge.line() : null;
    return List.of(
        Long.toString(posting.number()),
        what(posting),
        line == null ? "" : quantity(line),
        line == null ? "" : price(line),
        Figures.of(posting.amount()));
  }

  private static String what(Posting posting) {
    ChargeKey key = posting.key();
    String of = key.agreement() + ", " + Figures.of(key.month()) + ": ";
    if (posting instanceof Credit credit) {
      return "Credit, " + of + credit.reason() + corrects(credit.corrects());
    }
    Charge charge = (Charge) posting;
    return of + kind(key) + "\nat " + key.price() + corrects(charge.corrects());
  }

  private static String kind(ChargeKey key) {
    return switch (key.kind()) {
      case MONTH -> "price of the month";
      case FREE -> "records that are free";
      case RECORDS -> key.tier() == 0 ? "records" : "records, tier " + key.tier();
      case OVERAGE -> "records over the quota";
      case MINIMUM -> "what lacks to the minimum";
    };
  }

  private static String quantity(RatedLine line) {
    return switch (line.unit()) {
      case MONTHS -> Figures.plain(line.quantity()) + " month";
      case DAYS -> Figures.plain(line.quantity()) + " days";
      case THOUSAND_RECORDS -> Figures.of(line.records()) + " records";
      case UNITS -> "";
    };
  }

  private static String price(RatedLine line) {
    return switch (line.unit()) {
      case MONTHS, DAYS -> Figures.of(line.unitPrice());
      case THOUSAND_RECORDS -> Figures.of(line.unitPrice()) + " per 1,000";
      case UNITS -> "";
    };
  }

  private static String corrects(@Nullable Original original) {
    if (original == null) {
      return "";
    }
    String document = original.document() == null ? "" : " of " + original.document();
    return "; corrects entry " + original.entry() + document;
  }
}
