package dev.weir.local.invoice;

import dev.weir.metering.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A document as an invoice or a credit note.
 *
 * @param number the ledger's
 * @param credit a credit note: its amounts are what is given back, so the ledger's with the other
 *     sign
 * @param issued when the ledger made it, UTC
 * @param lines at least one
 * @param net the sum of its lines
 * @param tax on that sum
 * @param preceding those whose lines it corrects
 */
public record BilledDocument(
    String number,
    boolean credit,
    LocalDate issued,
    List<BilledLine> lines,
    Money net,
    Money tax,
    List<Preceding> preceding) {
  public BilledDocument {
    lines = List.copyOf(lines);
    preceding = List.copyOf(preceding);
  }

  /** A document that was sent before. */
  record Preceding(String number, LocalDate issued) {}

  /** What is to be paid. */
  Money gross() {
    return net.plus(tax);
  }

  LocalDate from() {
    return lines.stream().map(BilledLine::from).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** The last day. */
  LocalDate to() {
    return lines.stream().map(BilledLine::to).max(Comparator.naturalOrder()).orElseThrow();
  }

  String title() {
    return (credit ? "Credit note " : "Invoice ") + number;
  }

  /** What its files are called: a series may have slashes in it. */
  public String fileName() {
    return (credit ? "credit-note-" : "invoice-") + number.replace('/', '_');
  }
}
