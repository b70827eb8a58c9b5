package dev.weir.local.statement;

import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.ledger.Entry.Credit;
import dev.weir.metering.ledger.Entry.Original;
import dev.weir.metering.ledger.Entry.Posting;
import dev.weir.metering.rating.ChargeKey;
import dev.weir.metering.rating.RatedLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a statement or an invoice in words. */
public final class LineWords {

  private LineWords() {}

  /** Entry, what, quantity, unit price, amount. */
  static List<String> of(Posting posting) {
    RatedLine line = posting instanceof Charge charge ? charge.line() : null;
    return List.of(
        Long.toString(posting.number()),
        details(posting).isEmpty() ? name(posting) : name(posting) + "\n" + details(posting),
        line == null ? "" : quantity(line),
        line == null ? "" : price(line),
        Figures.of(posting.amount()));
  }

  /** What it is for, in one line. */
  public static String name(Posting posting) {
    ChargeKey key = posting.key();
    String of = key.agreement() + ", " + Figures.of(key.month()) + ": ";
    return posting instanceof Credit credit
        ? "Credit, " + of + credit.reason() + corrects(credit.corrects())
        : of + kind(key);
  }

  /** By which price, and what it corrects; empty if there is nothing to say. */
  public static String details(Posting posting) {
    return posting instanceof Charge charge
        ? "at " + charge.key().price() + corrects(charge.corrects())
        : "";
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

  /** {@code 1,500 records}; empty for what is one thing. */
  public static String quantity(RatedLine line) {
    return switch (line.unit()) {
      case MONTHS -> Figures.plain(line.quantity()) + " month";
      case DAYS -> Figures.plain(line.quantity()) + " days";
      case THOUSAND_RECORDS -> Figures.of(line.records()) + " records";
      case UNITS -> "";
    };
  }

  /** {@code 0.40 per 1,000}; empty for what is one thing. */
  public static String price(RatedLine line) {
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
