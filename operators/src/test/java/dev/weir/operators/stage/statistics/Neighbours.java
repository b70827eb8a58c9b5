package dev.weir.operators.stage.statistics;

import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.stage.statistics.StatisticsHarness.Given;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import dev.weir.plan.StatisticsPlan.Figure;
import dev.weir.privacy.ledger.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;

/**
 * Samples of what the operators release of two streams that differ by one person. Every group of
 * every hour is a sample: it has people of its own, and noise of its own.
 *
 * @param figure the only measure
 * @param bounds that people are held to
 * @param others amounts, in the measure's codes, of a person each
 * @param person amounts of the one more
 * @param minutes when those happened, in the hour; more than 59: another hour, late or far off
 */
record Neighbours(
    Figure figure,
    StatisticsPlan.Bounds bounds,
    String epsilon,
    String delta,
    List<Long> others,
    List<Long> person,
    List<Long> minutes) {

  private static final int HOURS = 2;

  /** Values that are released with the person and without, each by operators of its own. */
  double[][] sides(int samples) throws Exception {
    FutureTask<double[]> with = new FutureTask<>(() -> released(samples, true));
    new Thread(with, "with the person").start();
    double[] without = released(samples, false);
    return new double[][] {with.get(), without};
  }

  /** Values that are released, one for each group and hour. */
  double[] released(int samples, boolean withPerson) throws Exception {
    int groups = samples / HOURS;
    ReleasePlan release = release(groups);
    Span days =
        new Span(StatisticsHarness.START, StatisticsHarness.START + HOURS * StatisticsHarness.HOUR);
    try (StatisticsHarness harness = new StatisticsHarness(Given.of(release).within(days), null)) {
      for (int group = 0; group < groups; group++) {
        for (int hour = 0; hour < HOURS; hour++) {
          fill(harness, group, hour, withPerson);
        }
      }
      harness.end();
      return harness.rows().stream().mapToDouble(Neighbours::value).toArray();
    }
  }

  private void fill(StatisticsHarness harness, int group, int hour, boolean withPerson)
      throws Exception {
    long name = 1000L * (HOURS * (long) group + hour);
    for (int other = 0; other < others.size(); other++) {
      harness.add(name + 1 + other, "g" + group, others.get(other), hour * 60L);
    }
    for (int record = 0; withPerson && record < person.size(); record++) {
      harness.add(name, "g" + group, person.get(record), hour * 60L + minutes.get(record));
    }
  }

  private ReleasePlan release(int groups) {
    String[] names = IntStream.range(0, groups).mapToObj(g -> "g" + g).toArray(String[]::new);
    StatisticsPlan plan =
        StatisticsPlans.statistics(
            StatisticsPlans.hours(), StatisticsPlans.shops(names), bounds, epsilon, "terms");
    return StatisticsPlans.release(StatisticsPlans.measuring(plan, List.of(figure), delta));
  }

  /** The first number of the row's measure. */
  static double value(OutputRecord row) {
    String text = new String(row.value(), StandardCharsets.UTF_8);
    int from = text.indexOf("\"value\":") + "\"value\":".length();
    int start = text.charAt(from) == '[' ? from + 1 : from;
    int end = start;
    while ("-.0123456789E".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return Double.parseDouble(text.substring(start, end));
  }

  /** The same with another person. */
  Neighbours of(List<Long> amounts, List<Long> when) {
    return new Neighbours(figure, bounds, epsilon, delta, others, amounts, when);
  }

  static List<Long> times(int count, long amount) {
    List<Long> amounts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      amounts.add(amount);
    }
    return amounts;
  }
}
