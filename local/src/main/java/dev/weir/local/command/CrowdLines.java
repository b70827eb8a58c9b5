package dev.weir.local.command;

import dev.weir.jobs.file.Summary;
import dev.weir.local.risk.CrowdRisk;
import dev.weir.local.risk.RiskWords;
import dev.weir.local.terminal.TextTable;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ReleasePlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The crowds of a run, for a person: what was lost, and the risk of what was released. */
final class CrowdLines {

  private CrowdLines() {}

  static List<String> of(JobPlan plan, Summary summary) {
    List<String> lines = new ArrayList<>();
    TextTable risks = new TextTable("TOPIC", "MEASURE", "VALUE", "BOUND", "");
    for (ReleasePlan release : plan.releases()) {
      CrowdRisk.of(release, summary).ifPresent(risk -> add(release.topic(), risk, risks, lines));
    }
    if (!lines.isEmpty()) {
      lines.addAll(risks.lines());
    }
    return lines;
  }

  private static void add(String topic, CrowdRisk risk, TextTable risks, List<String> lines) {
    lines.add(
        "%s: %s, the smallest of %s; mean loss %s"
            .formatted(
                topic,
                risk.sizes().count() == 1
                    ? "1 class"
                    : Amount.of(risk.sizes().count()) + " classes",
                Amount.of(risk.sizes().smallest()),
                losses(risk.loss())));
    risk.figures()
        .measures()
        .forEach(
            (measure, value) ->
                risks.row(
                    topic,
                    RiskWords.of(measure),
                    decimal(value),
                    bound(risk.figures().limits().get(measure)),
                    risk.figures().above(measure) ? "above" : ""));
  }

  private static String losses(Map<String, Double> loss) {
    return loss.isEmpty()
        ? "none: no quasi-identifier is shown"
        : loss.entrySet().stream()
            .map(
                field ->
                    field.getKey() + " " + String.format(Locale.ROOT, "%.3f", field.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  private static String bound(@Nullable BigDecimal limit) {
    return limit == null ? "" : limit.toPlainString();
  }
}
