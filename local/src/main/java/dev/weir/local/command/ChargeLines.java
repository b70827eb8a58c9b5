package dev.weir.local.command;

import dev.weir.local.terminal.TextTable;
import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.ledger.Entry.Credit;
import dev.weir.metering.ledger.Entry.Original;
import dev.weir.metering.ledger.Entry.Posting;
import dev.weir.metering.money.Money;
import dev.weir.metering.rating.ChargeKey;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lines of the ledger as a table, and what they add up to. */
final class ChargeLines {

  private ChargeLines() {}

  static List<String> of(Collection<? extends Posting> postings) {
    TextTable table =
        new TextTable(
            "entry",
            "partner",
            "agreement",
            "month",
            "billed",
            "what",
            "quantity",
            "price",
            "amount",
            "corrects");
    postings.forEach(posting -> row(posting, table));
    return table.lines();
  }

  private static void row(Posting posting, TextTable table) {
    ChargeKey key = posting.key();
    Charge charge = posting instanceof Charge one ? one : null;
    table.row(
        posting.number(),
        posting.partner(),
        key.agreement(),
        key.month(),
        posting.billed(),
        charge == null ? "credit" : what(key),
        charge == null ? "" : charge.line().quantity().toPlainString(),
        charge == null ? "" : charge.line().unitPrice().toPlainString(),
        posting.amount(),
        corrects(charge == null ? ((Credit) posting).corrects() : charge.corrects()));
  }

  private static String what(ChargeKey key) {
    String kind = key.kind().name().toLowerCase(Locale.ROOT);
    return key.tier() == 0 ? kind : kind + " " + key.tier();
  }

  private static String corrects(@Nullable Original original) {
    if (original == null) {
      return "";
    }
    return original.entry() + (original.document() == null ? "" : " of " + original.document());
  }

  /** What each partner owes by them, a line for each currency. */
  static List<String> sums(Collection<? extends Posting> postings) {
    Map<String, Money> sums = new TreeMap<>();
    for (Posting posting : postings) {
      String whose = posting.partner() + " " + posting.amount().currency();
      sums.merge(whose, posting.amount(), Money::plus);
    }
    return sums.entrySet().stream()
        .map(sum -> sum.getKey().split(" ", 2)[0] + ": " + sum.getValue())
        .toList();
  }
}
