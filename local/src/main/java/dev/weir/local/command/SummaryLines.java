package dev.weir.local.command;

import dev.weir.jobs.file.Summary;
import dev.weir.local.terminal.TextTable;
import dev.weir.operators.metrics.StatisticsTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a run has done, for a person. */
final class SummaryLines {

  private SummaryLines() {}

  static List<String> of(Summary summary) {
    TextTable table =
        new TextTable("TOPIC", "PARTNER", "IN", "RELEASED", "WITHHELD", "DEAD-LETTERED");
    List<String> reasons = new ArrayList<>();
    summary
        .releases()
        .forEach(
            (topic, release) -> {
              table.row(
                  topic,
                  release.partner(),
                  Amount.of(release.in()),
                  Amount.of(release.released()),
                  Amount.of(sum(release.withheld())),
                  Amount.of(sum(release.deadLettered())));
              counted(topic, release.counted(), reasons);
              reasons(topic + " withheld", release.withheld(), reasons);
              reasons(topic + " dead-lettered", release.deadLettered(), reasons);
            });
    List<String> lines = new ArrayList<>(table.lines());
    lines.addAll(reasons);
    if (summary.blank() > 0) {
      lines.add(Amount.of(summary.blank(), "blank line"));
    }
    return lines;
  }

  private static void counted(String topic, @Nullable StatisticsTally counted, List<String> lines) {
    if (counted != null) {
      lines.add(
          topic
              + ": "
              + Amount.of(counted.aggregated(), "record")
              + " in windows that were drawn, "
              + Amount.of(counted.bounded())
              + " beyond what one person may add, "
              + Amount.of(counted.late())
              + " late or outside the days; what is released are rows");
      reasons(topic + " windows withheld", counted.windowsWithheld(), lines);
      reasons(topic + " rows withheld", counted.rowsWithheld(), lines);
    }
  }

  private static long sum(Map<String, Long> byReason) {
    return byReason.values().stream().mapToLong(Long::longValue).sum();
  }

  private static void reasons(String what, Map<String, Long> byReason, List<String> lines) {
    if (!byReason.isEmpty()) {
      lines.add(
          byReason.entrySet().stream()
              .map(reason -> reason.getKey() + " " + Amount.of(reason.getValue()))
              .collect(Collectors.joining(", ", what + ": ", "")));
    }
  }
}
