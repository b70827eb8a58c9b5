package dev.weir.local.command;

import dev.weir.local.preview.CountedRow;
import dev.weir.local.preview.CountedSample;
import dev.weir.local.preview.ReleaseSample;
import dev.weir.local.terminal.TextTable;
import dev.weir.plan.StatisticsPlan;
import dev.weir.privacy.ledger.Span;
import dev.weir.privacy.measure.Estimate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Statistics of a sample beside the true numbers: for the owner's screen, and never a file. What is
 * shown as released was drawn for this screen alone.
 */
final class CountedLines {

  private CountedLines() {}

  /**
   * @param limit rows that are shown of each release
   */
  static List<String> of(List<ReleaseSample> samples, int limit) {
    List<String> lines = new ArrayList<>();
    for (ReleaseSample sample : samples) {
      sample.statistics().ifPresent(counted -> add(sample, counted, limit, lines));
    }
    return lines;
  }

  private static void add(
      ReleaseSample sample, CountedSample counted, int limit, List<String> lines) {
    StatisticsPlan plan = Objects.requireNonNull(sample.release().statistics());
    String topic = sample.release().topic();
    lines.add("");
    lines.add(
        topic
            + ": "
            + Amount.of(counted.records(), "record")
            + " counted, "
            + Amount.of(counted.bounded())
            + " beyond what one person may add");
    for (int at = 0; at < plan.measures().size(); at++) {
      double kept = counted.kept().get(at);
      if (!Double.isNaN(kept)) {
        lines.add(
            String.format(
                Locale.ROOT,
                "%s: bounds and clamps leave %.1f %% of %s",
                topic,
                100 * kept,
                plan.measures().get(at).name()));
      }
    }
    lines.addAll(table(plan, counted, limit));
  }

  private static List<String> table(StatisticsPlan plan, CountedSample counted, int limit) {
    TextTable table =
        new TextTable("WINDOW", "GROUP", "MEASURE", "TRUE (yours alone)", "RELEASED", "INTERVAL");
    List<CountedRow> rows = counted.rows();
    rows.stream().limit(limit).forEach(row -> add(plan, row, table));
    List<String> lines = new ArrayList<>(table.lines());
    if (rows.size() > limit) {
      lines.add("… and " + Amount.of(rows.size() - limit, "row") + " more (--limit)");
    }
    return lines;
  }

  private static void add(StatisticsPlan plan, CountedRow row, TextTable table) {
    for (int at = 0; at < plan.measures().size(); at++) {
      double[] truth = row.truth().get(at);
      List<Estimate> released = row.released().get(at).estimates();
      for (int number = 0; number < truth.length; number++) {
        Estimate estimate = released.get(number);
        table.row(
            at + number == 0 ? window(plan, row.window()) : "",
            at + number == 0 ? row.group() : "",
            number == 0 ? plan.measures().get(at).name() : "",
            decimal(truth[number]),
            decimal(estimate.value()),
            decimal(estimate.low()) + " to " + decimal(estimate.high()));
      }
    }
  }

  /** By its beginning, where all are of one size. */
  private static String window(StatisticsPlan plan, Span window) {
    Instant from = Instant.ofEpochMilli(window.from());
    return plan.window().coarser().isEmpty()
        ? from.toString()
        : from + " to " + Instant.ofEpochMilli(window.to());
  }

  private static String decimal(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    String format = value == Math.rint(value) ? "%,.0f" : "%,.2f";
    return String.format(Locale.ROOT, format, value);
  }
}
