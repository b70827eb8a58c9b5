package dev.weir.operators.stage.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.stage.statistics.StatisticsHarness.Given;
import dev.weir.plan.StatisticsPlan;
import org.junit.jupiter.api.Test;

/** What is secret is in the state no longer than it is needed. */
@WithOpenDp
class ForgottenStateTest {

  private static final int DAY = 24 * 60;

  private static Given hours() {
    return Given.of(StatisticsPlans.release(StatisticsPlans.statistics()));
  }

  private static Given totals() {
    StatisticsPlan.Window window = new StatisticsPlan.Window("PT1H", null, "2026-03-01T00:00:00Z");
    StatisticsPlan.Bounds bounds = new StatisticsPlan.Bounds(3, 2, 1);
    return Given.of(
        StatisticsPlans.release(
            StatisticsPlans.statistics(
                window, StatisticsPlans.shops("a", "b"), bounds, "2", "terms")));
  }

  @Test
  void whatPeopleHaveAdded_isForgottenWhenTheirPeriodIsOver() throws Exception {
    try (StatisticsHarness harness = StatisticsHarness.inMemory(hours())) {
      for (int person = 0; person < 20; person++) {
        harness.spend(person, "a", 500, 10);
      }
      harness.boundsAt(DAY + 5);
      assertThat(harness.bounds.numKeyedStateEntries()).as("of each shard").isPositive();
      harness.boundsAt(DAY + 6);
      assertThat(harness.bounds.numKeyedStateEntries()).isZero();
      assertThat(harness.bounds.numEventTimeTimers()).isZero();
    }
  }

  /** As where nobody came. */
  @Test
  void sumsOfWindowsThatAreDrawn_areGone() throws Exception {
    for (Given given : new Given[] {hours(), totals()}) {
      assertThat(entries(given, true)).isEqualTo(entries(given, false));
    }
  }

  private static int entries(Given given, boolean spent) throws Exception {
    try (StatisticsHarness harness = StatisticsHarness.inMemory(given)) {
      if (spent) {
        harness.spend(1, "a", 500, 10);
        harness.spend(2, "b", 500, 70);
        harness.checkpoint(1);
      }
      harness.passTo(2 * 60 + 5);
      harness.checkpoint(2);
      assertThat(harness.rows()).hasSize(4);
      return harness.draws.numKeyedStateEntries();
    }
  }
}
