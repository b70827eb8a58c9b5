package dev.weir.local.command;

import dev.weir.local.terminal.TextTable;
import dev.weir.metering.rating.RatedLine;
import dev.weir.metering.reconcile.ChargeRow;
import dev.weir.metering.reconcile.MinuteRow;
import dev.weir.metering.reconcile.MinuteRow.Verdict;
import dev.weir.metering.reconcile.Reconciled;
import dev.weir.metering.reconcile.ReleaseRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A reconciliation for people. */
final class ReconcileLines {

  private static final int SHOWN = 50;

  private final Reconciled reconciled;

  ReconcileLines(Reconciled reconciled) {
    this.reconciled = reconciled;
  }

  List<String> tables() {
    List<String> lines = new ArrayList<>(releases().lines());
    if (!reconciled.charges().isEmpty()) {
      lines.add("");
      lines.addAll(charges().lines());
    }
    if (!reconciled.minutes().isEmpty()) {
      lines.add("");
      lines.addAll(minutes().lines());
    }
    return lines;
  }

  private TextTable releases() {
    TextTable table =
        new TextTable(
            "partner",
            "agreement",
            "release",
            "delivered",
            "metered",
            "bytes delivered",
            "bytes metered",
            "minutes",
            "differ",
            "gone",
            "pending");
    for (ReleaseRow row : reconciled.releases()) {
      table.row(
          row.partner(),
          row.agreement(),
          row.release(),
          row.delivered().records(),
          row.metered().records(),
          row.delivered().bytes(),
          row.metered().bytes(),
          row.minutes(),
          row.differing(),
          row.gone(),
          row.pending());
    }
    return table;
  }

  private TextTable charges() {
    TextTable table =
        new TextTable(
            "partner", "agreement", "metered", "charged", "without price", "outside", "charges");
    for (ChargeRow row : reconciled.charges()) {
      table.row(
          row.partner(),
          row.agreement(),
          row.metered(),
          row.charged(),
          row.withoutPrice(),
          row.outside(),
          row.agrees() ? "agree" : "differ");
    }
    return table;
  }

  private TextTable minutes() {
    TextTable table = new TextTable("minute", "agreement", "release", "delivered", "metered", "");
    for (MinuteRow row :
        reconciled.minutes().subList(0, Math.min(SHOWN, reconciled.minutes().size()))) {
      table.row(
          row.place().minute().from(),
          row.place().agreement(),
          row.place().release(),
          row.delivered().records() + " (" + row.delivered().bytes() + " bytes)",
          row.metered().records() + " (" + row.metered().bytes() + " bytes)",
          row.verdict().word());
    }
    return table;
  }

  /** What it means. */
  List<String> words() {
    List<String> words = new ArrayList<>(reconciled.notes());
    for (ChargeRow row : reconciled.charges()) {
      for (RatedLine line : row.lacking()) {
        words.add(lacks(row, line));
      }
    }
    reconciled
        .again()
        .forEach(
            (agreement, records) ->
                words.add(
                    agreement
                        + ": "
                        + records
                        + " records are in its topics again, as somebody accepted. They are charged"
                        + " once."));
    if (reconciled.minutes().size() > SHOWN) {
      words.add("More minutes are in --format json.");
    }
    if (has(Verdict.GONE)) {
      words.add(
          "Minutes that are gone: the topic begins after them, so nobody can count them there again."
              + " They are not said to agree.");
    }
    if (has(Verdict.PENDING)) {
      words.add("Minutes that are pending: a job may still be at work on them. Look again later.");
    }
    words.add(
        reconciled.agrees()
            ? reconciled.month() + ": they agree to the record."
            : reconciled.month() + ": they do NOT agree.");
    return words;
  }

  private boolean has(Verdict verdict) {
    return reconciled.minutes().stream().anyMatch(row -> row.verdict() == verdict);
  }

  private static String lacks(ChargeRow row, RatedLine line) {
    return row.agreement()
        + ": by its usage "
        + line.key().kind().name().toLowerCase(Locale.ROOT)
        + (line.key().tier() == 0 ? "" : " " + line.key().tier())
        + " of "
        + line.key().price()
        + " lacks "
        + line.quantity().toPlainString()
        + " "
        + line.unit().name().toLowerCase(Locale.ROOT)
        + ", "
        + line.amount()
        + ".";
  }
}
