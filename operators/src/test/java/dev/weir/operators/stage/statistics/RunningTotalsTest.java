package dev.weir.operators.stage.statistics;

import static dev.weir.operators.stage.statistics.StatisticsHarness.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.stage.statistics.StatisticsHarness.Given;
import dev.weir.operators.stage.statistics.StatisticsHarness.State;
import dev.weir.operators.statistics.LedgerRow;
import dev.weir.plan.StatisticsPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Totals since a date: charged once for their period, whatever becomes of the job. */
@WithOpenDp
class RunningTotalsTest {

  private static Given totals(StatisticsPlan.Bounds bounds, String epsilon) {
    StatisticsPlan totals =
        StatisticsPlans.statistics(
            new StatisticsPlan.Window("PT1H", null, "2026-03-01T00:00:00Z"),
            StatisticsPlans.shops("a"),
            bounds,
            epsilon,
            "terms");
    return Given.of(StatisticsPlans.release(totals));
  }

  @Test
  void runningTotals_areChargedOnce_andGoOnAfterARestart() throws Exception {
    Given given = totals(new StatisticsPlan.Bounds(50, 2, 1), "20");
    State state;
    List<Double> told = new ArrayList<>();
    try (StatisticsHarness harness = new StatisticsHarness(given, null)) {
      spendMuch(harness, 0);
      harness.passTo(65);
      spendMuch(harness, 1);
      state = harness.barrier(1);
      harness.complete(1);
      told.add(harness.json().get(0).at("/measures/payments/value").asDouble());
    }
    try (StatisticsHarness harness = new StatisticsHarness(given, state)) {
      harness.passTo(125);
      harness.checkpoint(2);
      assertThat(harness.rows()).hasSize(2);
      assertThat(harness.json().get(1).at("/window/from").asText())
          .isEqualTo("2026-03-01T00:00:00Z");
      told.add(harness.json().get(1).at("/measures/payments/value").asDouble());
      assertThat(harness.charges()).extracting(row -> row.charge().windows()).containsExactly(1, 1);
    }
    assertThat(told.get(0)).isBetween(700.0, 1300.0);
    assertThat(told.get(1)).isBetween(1700.0, 2300.0);
  }

  private static void spendMuch(StatisticsHarness harness, int hour) throws Exception {
    for (int i = 0; i < 1000; i++) {
      harness.spend(i % 100, "a", 500, hour * 60L + 1);
    }
  }

  @Test
  void totalsOfWhichAStepWasDrawnElsewhere_endForThePeriod() throws Exception {
    Given given = totals(new StatisticsPlan.Bounds(3, 2, 1), "2");
    State older;
    List<LedgerRow> charged;
    try (StatisticsHarness harness = new StatisticsHarness(given, null)) {
      harness.passTo(65);
      older = harness.barrier(1);
      harness.complete(1);
      harness.passTo(125);
      harness.checkpoint(2);
      charged = harness.charges();
    }
    try (StatisticsHarness harness = new StatisticsHarness(given.charged(charged), older)) {
      harness.passTo(24 * 60 + 65);
      harness.checkpoint(3);
      assertThat(harness.json())
          .extracting(row -> row.at("/window/to").asText())
          .as("not that which the older state had drawn: it has left")
          .containsExactly("2026-03-02T01:00:00Z");
    }
  }

  /** What was before it has not been counted, so the row does not say so. */
  @Test
  void totalsThatBeginWithinTheirPeriod_sayFromWhenOn() throws Exception {
    Given given = totals(new StatisticsPlan.Bounds(3, 2, 1), "2");
    Given later = given.startingAt(3);
    try (StatisticsHarness harness = new StatisticsHarness(later, null)) {
      harness.passTo(24 * 60 + 65);
      harness.checkpoint(1);
      List<String> from =
          harness.json().stream().map(row -> row.at("/window/from").asText()).toList();
      assertThat(from).hasSize(22);
      assertThat(from.subList(0, 21)).containsOnly("2026-03-01T03:00:00Z");
      assertThat(from.get(21)).isEqualTo("2026-03-02T00:00:00Z");
    }
  }

  @Test
  void totalsThatMissedSteps_endForThePeriod() throws Exception {
    Given given = totals(new StatisticsPlan.Bounds(3, 2, 1), "2");
    State state;
    try (StatisticsHarness harness = new StatisticsHarness(given, null)) {
      harness.passTo(65);
      state = harness.barrier(1);
      harness.complete(1);
    }
    Given suspended = given.status("suspended").at(StatisticsHarness.START + 5 * HOUR);
    try (StatisticsHarness harness = new StatisticsHarness(suspended, state)) {
      harness.passTo(5 * 60 + 5);
      state = harness.barrier(2);
    }
    Given again = given.at(StatisticsHarness.START + 5 * HOUR);
    try (StatisticsHarness harness = new StatisticsHarness(again, state)) {
      harness.passTo(24 * 60 + 65);
      harness.checkpoint(3);
      assertThat(harness.json())
          .extracting(row -> row.at("/window/to").asText())
          .containsExactly("2026-03-02T01:00:00Z");
      assertThat(harness.tally().windowsWithheld())
          .containsExactly(Map.entry("agreement_changed", 19L));
    }
  }
}
