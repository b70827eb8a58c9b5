package dev.weir.operators.stage.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.stage.statistics.StatisticsHarness.Given;
import dev.weir.operators.stage.statistics.StatisticsHarness.State;
import org.junit.jupiter.api.Test;

/** D1 beyond a restart: what a person has added before counts. Three records a window, at most. */
@WithOpenDp
class RestoredBoundsTest {

  private static final Given GIVEN =
      Given.of(StatisticsPlans.release(StatisticsPlans.statistics()));

  @Test
  void personWhoHadNoRoomLeft_hasNone_afterARestore() throws Exception {
    State before;
    try (StatisticsHarness harness = new StatisticsHarness(GIVEN, null)) {
      for (int record = 0; record < 3; record++) {
        harness.spend(1, "a", 500, 10);
      }
      before = harness.barrier(1);
    }
    try (StatisticsHarness harness = new StatisticsHarness(GIVEN, before)) {
      harness.spend(1, "a", 500, 11);
      harness.spend(2, "a", 500, 11);
      State after = harness.barrier(2);
      assertThat(after).isNotNull();
      assertThat(harness.tally().bounded()).isEqualTo(1);
      assertThat(harness.partials()).singleElement().extracting("records").isEqualTo(1L);
    }
  }
}
