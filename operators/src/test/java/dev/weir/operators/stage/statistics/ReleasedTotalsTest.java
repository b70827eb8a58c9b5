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
 * D8 on what the operators release: running totals of 9,999 groups over the 24 hours of a day have
 * the variance of the best factorization (Fichtenberger, Henzinger and Upadhyay 2023), by a chi
 * square of each step; and with people who have several records and groups as many times that as
 * they move more. All false alarms together are below 1e-6.
 */
@WithOpenDp
class ReleasedTotalsTest {

  private static final int GROUPS = 9_999;
  private static final int HOURS = 24;

  /** Of each tail, of 28 steps. */
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

  private static ReleasePlan release(StatisticsPlan.Bounds bounds) {
    String[] groups = IntStream.range(0, GROUPS).mapToObj(i -> "g" + i).toArray(String[]::new);
    StatisticsPlan plan =
        StatisticsPlans.statistics(
            new StatisticsPlan.Window("PT1H", null, Instant.ofEpochMilli(START).toString()),
            StatisticsPlans.shops(groups),
            bounds,
            ReleasedNoiseTest.EPSILON_OF_ONE,
            "terms");
    return StatisticsPlans.release(
        StatisticsPlans.measuring(
            plan, List.of(StatisticsPlans.figure("payments", Kind.COUNT, null)), "1e-6"));
  }

  /** What is drawn, and how a person spends at the bounds. */
  private record People(int records, int groups, int hours) {

    List<JsonNode> told() throws Exception {
      StatisticsPlan.Bounds bounds = new StatisticsPlan.Bounds(records, groups, 1);
      Given given = Given.of(release(bounds)).within(new Span(START, START + hours * HOUR));
      try (StatisticsHarness harness = new StatisticsHarness(given, null)) {
        for (int hour = 0; hour < hours; hour++) {
          for (int group = 0; group < GROUPS; group += 3) {
            spend(harness, group, hour);
          }
        }
        harness.end();
        return harness.json();
      }
    }

    /** One record for each further group of the bounds, and all others in the first. */
    private void spend(StatisticsHarness harness, int group, int hour) throws Exception {
      for (int record = 0; record < records; record++) {
        int in = group + Math.max(0, groups - records + record);
        harness.add((long) hour * GROUPS + group, "g" + in % GROUPS, 0, 60L * hour);
      }
    }

    /** Who came to every third group in every hour stays counted. */
    int total(int group, int hour) {
      int first = group % 3 == 0 ? records - groups + 1 : 0;
      return (hour + 1) * (group % 3 < groups ? Math.max(1, first) : 0);
    }
  }

  @Test
  void variance_isThatOfTheBestFactorization_inEachStep() throws Exception {
    assertThat(best(HOURS)).as("the table's, but for the two").isCloseTo(2.152, within(0.03));
    judge(new People(1, 1, HOURS));
  }

  @Test
  void variance_growsWithTheSquareOfWhatAPersonMoves() throws Exception {
    judge(new People(3, 2, 4));
  }

  private static void judge(People people) throws Exception {
    List<JsonNode> rows = people.told();
    assertThat(rows).hasSize(people.hours() * GROUPS);
    for (int hour = 0; hour < people.hours(); hour++) {
      judge(rows.subList(hour * GROUPS, (hour + 1) * GROUPS), people, hour);
    }
  }

  private static void judge(List<JsonNode> rows, People people, int hour) {
    double squares = 0;
    for (int group = 0; group < GROUPS; group++) {
      double told = rows.get(group).at("/measures/payments/value").asDouble();
      squares += Math.pow(told - people.total(group, hour), 2);
    }
    ChiSquaredDistribution due = new ChiSquaredDistribution(GROUPS);
    double variance = best(hour + 1) * people.records() * people.records();
    double sum = squares / variance;
    assertThat(sum)
        .as("step %d: variance %.4f of %.4f", hour + 1, squares / GROUPS, variance)
        .isBetween(
            due.inverseCumulativeProbability(RARE), due.inverseCumulativeProbability(1 - RARE));
  }
}
