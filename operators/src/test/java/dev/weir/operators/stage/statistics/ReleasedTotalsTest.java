package dev.weir.operators.stage.statistics;

import static dev.weir.operators.stage.statistics.StatisticsHarness.HOUR;
import static dev.weir.operators.stage.statistics.StatisticsHarness.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.operators.stage.statistics.StatisticsHarness.Given;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import dev.weir.plan.StatisticsPlan.Kind;
import dev.weir.privacy.ledger.Span;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

/**
 * D8 on what the operators release: running totals of 10,000 groups over the 24 hours of a day have
 * the variance of the best factorization (Fichtenberger, Henzinger and Upadhyay 2023), by a chi
 * square of each step. All false alarms together are below 1e-6.
 */
@WithOpenDp
class ReleasedTotalsTest {

  private static final int GROUPS = 10_000;
  private static final int HOURS = 24;

  /** Of each tail, of 24 steps. */
  private static final double RARE = 1e-8;

  /** A period of steps that are cut at its ends has two more: room is made for them. */
  private static final int STEPS = HOURS + 2;

  /** At ρ = 1, one record a person: coefficients of 1/√(1-z), squared and summed. */
  private static double best(int step) {
    return squares(STEPS) * squares(step) / 2;
  }

  private static double squares(int steps) {
    double coefficient = 1;
    double squares = 0;
    for (int k = 1; k <= steps; k++) {
      squares += coefficient * coefficient;
      coefficient *= (2.0 * k - 1) / (2 * k);
    }
    return squares;
  }

  private static ReleasePlan release() {
    String[] groups = IntStream.range(0, GROUPS).mapToObj(i -> "g" + i).toArray(String[]::new);
    StatisticsPlan plan =
        StatisticsPlans.statistics(
            new StatisticsPlan.Window("PT1H", null, Instant.ofEpochMilli(START).toString()),
            StatisticsPlans.shops(groups),
            new StatisticsPlan.Bounds(1, 1, 1),
            ReleasedNoiseTest.EPSILON_OF_ONE,
            "terms");
    return StatisticsPlans.release(
        StatisticsPlans.measuring(
            plan, List.of(StatisticsPlans.figure("payments", Kind.COUNT, null)), "1e-6"));
  }

  /** Somebody comes to every third group in every hour, and stays counted. */
  private static int total(int group, int hour) {
    return group % 3 == 0 ? hour + 1 : 0;
  }

  @Test
  void variance_isThatOfTheBestFactorization_inEachStep() throws Exception {
    assertThat(best(HOURS)).as("the table's, but for the two").isCloseTo(2.152, within(0.03));
    Given given = Given.of(release()).within(new Span(START, START + HOURS * HOUR));
    List<JsonNode> rows;
    try (StatisticsHarness harness = new StatisticsHarness(given, null)) {
      for (int hour = 0; hour < HOURS; hour++) {
        for (int group = 0; group < GROUPS; group += 3) {
          harness.add((long) hour * GROUPS + group, "g" + group, 0, 60L * hour);
        }
      }
      harness.end();
      rows = harness.json();
    }
    assertThat(rows).hasSize(HOURS * GROUPS);
    for (int hour = 0; hour < HOURS; hour++) {
      judge(rows.subList(hour * GROUPS, (hour + 1) * GROUPS), hour);
    }
  }

  private static void judge(List<JsonNode> rows, int hour) {
    double squares = 0;
    for (int group = 0; group < GROUPS; group++) {
      double told = rows.get(group).at("/measures/payments/value").asDouble();
      squares += Math.pow(told - total(group, hour), 2);
    }
    ChiSquaredDistribution due = new ChiSquaredDistribution(GROUPS);
    double sum = squares / best(hour + 1);
    assertThat(sum)
        .as("step %d: variance %.4f of %.4f", hour + 1, squares / GROUPS, best(hour + 1))
        .isBetween(
            due.inverseCumulativeProbability(RARE), due.inverseCumulativeProbability(1 - RARE));
  }
}
