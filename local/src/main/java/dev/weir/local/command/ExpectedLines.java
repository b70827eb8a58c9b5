package dev.weir.local.command;

import dev.weir.operators.statistics.Level;
import dev.weir.operators.statistics.Windows;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import dev.weir.privacy.measure.Expected;
import dev.weir.privacy.measure.Mechanism;
import dev.weir.privacy.measure.RunningMechanism;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the noise of statistics will be, before anything runs: it depends on the plan alone. */
final class ExpectedLines {

  private static final double LARGE_EPSILON = 10;

  private ExpectedLines() {}

  static List<String> of(JobPlan plan) {
    List<String> lines = new ArrayList<>();
    for (ReleasePlan release : plan.releases()) {
      if (release.statistics() != null) {
        add(release.topic(), release.statistics(), lines);
      }
    }
    return lines;
  }

  private static void add(String topic, StatisticsPlan plan, List<String> lines) {
    try {
      Level.of(plan).forEach(level -> add(topic, plan, level, lines));
    } catch (IllegalArgumentException tooSmall) {
      lines.add(topic + ": cannot be drawn: " + tooSmall.getMessage() + ". Give a larger budget.");
    }
    if (plan.budget().epsilon().doubleValue() > LARGE_EPSILON) {
      lines.add(
          topic
              + ": warning: epsilon "
              + plan.budget().epsilon().toPlainString()
              + " promises a person very little; see docs/statistics.md");
    }
  }

  private static void add(String topic, StatisticsPlan plan, Level level, List<String> lines) {
    Windows windows = level.windows();
    String of = plan.window().coarser().isEmpty() ? "" : " of " + level.size();
    if (windows.running()) {
      RunningMechanism totals = RunningMechanism.of(level.terms(), windows.steps());
      expected(topic, " at the last step", totals.expected(windows.steps()), lines);
    } else if (level.sums()) {
      expected(topic, of, Mechanism.of(level.terms()).expected(level.parts()), lines);
      String finest = plan.window().size();
      lines.add(topic + ": a window" + of + " costs nothing: it is the sum of those of " + finest);
    } else {
      Mechanism mechanism = Mechanism.of(level.terms());
      expected(topic, of, mechanism.expected(), lines);
      window(topic, of, mechanism, lines);
    }
  }

  private static void window(String topic, String of, Mechanism mechanism, List<String> lines) {
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: a window%s costs epsilon %.4g of the period's %s",
            topic,
            of,
            mechanism.epsilon(mechanism.window()),
            mechanism.terms().budget().epsilon()));
    Long threshold = mechanism.threshold();
    if (threshold != null) {
      lines.add(
          topic + ": a group" + of + " is told from about " + Amount.of(threshold) + " people on");
    }
  }

  private static void expected(
      String topic, String when, List<Expected> expected, List<String> lines) {
    for (Expected one : expected) {
      String within = String.format(Locale.ROOT, "%,.6g", one.within());
      String off =
          one.records() > 0
              ? "±"
                  + within
                  + " of its sum and ±"
                  + String.format(Locale.ROOT, "%,.6g", one.records())
                  + " of its records"
              : one.of().equals("rank") ? "±" + within + " records in rank" : "±" + within;
      lines.add(topic + ": " + one.measure() + " " + off + " in a group" + when + ", in 95 of 100");
    }
  }
}
