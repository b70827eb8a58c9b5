package dev.weir.operators.stage;

import static dev.weir.operators.stage.QuotaHarness.STATISTICS;
import static dev.weir.operators.stage.QuotaHarness.hold;
import static dev.weir.operators.stage.QuotaHarness.reject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.record.Origin;
import dev.weir.operators.record.OutputRecord;
import dev.weir.plan.QuotaPlan.Hold;
import dev.weir.plan.QuotaPlan.Limits;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** The rows of a window of statistics pass a quota, wait or are withheld together. */
class QuotaWindowsTest {

  @Test
  void windowThatFits_leavesWithItsLastRow() throws Exception {
    try (QuotaHarness harness = QuotaHarness.open(STATISTICS, reject(5))) {
      harness.ofWindow(0, 1, 3, 0);
      harness.ofWindow(1, 1, 3, 1);
      assertThat(harness.left()).isEmpty();
      harness.ofWindow(2, 1, 3, 2);
      assertThat(harness.left()).containsExactly(0L, 1L, 2L);
      assertThat(harness.tally().released()).isEqualTo(3);
      assertThat(harness.tally().in()).as("rows are no records that came").isZero();
    }
  }

  @Test
  void windowThatIsOver_isWithheldWhole_andItsRowsAreNoWithheldRecords() throws Exception {
    try (QuotaHarness harness = QuotaHarness.open(STATISTICS, reject(5))) {
      harness.window(0, 1, 3);
      harness.window(3, 2, 3);
      assertThat(harness.left()).containsExactly(0L, 1L, 2L);
      assertThat(harness.rowsWithheld()).isEqualTo(Map.of("quota_exceeded", 3L));
      assertThat(harness.tally().withheld()).isEmpty();
      harness.passTo(2_000);
      harness.window(6, 3, 3);
      assertThat(harness.left()).containsExactly(0L, 1L, 2L, 6L, 7L, 8L);
    }
  }

  @Test
  void windowThatIsHeld_leavesWhole_inItsOrder() throws Exception {
    try (QuotaHarness harness = QuotaHarness.open(STATISTICS, hold(4, 100, "PT1H"))) {
      harness.window(0, 1, 3);
      harness.window(3, 2, 3);
      harness.window(6, 3, 1);
      assertThat(harness.left()).hasSize(3);
      harness.passTo(495);
      assertThat(harness.left()).hasSize(3);
      harness.passTo(600);
      assertThat(harness.left()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
      harness.passTo(1_000);
      assertThat(harness.left()).hasSize(7);
    }
  }

  /** As a group does that is larger than what a second allows: when the bucket is full. */
  @Test
  void windowThatIsLargerThanTheRate_leaves_andIsOwed() throws Exception {
    try (QuotaHarness harness = QuotaHarness.open(STATISTICS, hold(2, 100, "PT1H"))) {
      harness.window(0, 1, 6);
      assertThat(harness.left()).hasSize(6);
      harness.window(6, 2, 1);
      harness.passTo(2_400);
      assertThat(harness.left()).hasSize(6);
      harness.passTo(2_600);
      assertThat(harness.left()).hasSize(7);
    }
    try (QuotaHarness harness = QuotaHarness.ofFile(STATISTICS, hold(2, 100, "PT1H"))) {
      harness.window(0, 1, 6);
      harness.window(6, 2, 1); // of the same second
      harness.flink.endInput();
      assertThat(harness.left()).hasSize(6);
      assertThat(harness.rowsWithheld()).isEqualTo(Map.of("quota_exceeded", 1L));
    }
  }

  @Test
  void windowThatABarrierParts_isWholeAfterARestart() throws Exception {
    OperatorSubtaskState state;
    try (QuotaHarness harness = QuotaHarness.open(STATISTICS, hold(4, 100, "PT1H"))) {
      harness.ofWindow(0, 1, 3, 0);
      harness.ofWindow(1, 1, 3, 1);
      harness.flink.prepareSnapshotPreBarrier(1);
      state = harness.barrier(1);
      assertThat(harness.left()).isEmpty();
    }
    try (QuotaHarness harness =
        QuotaHarness.restore(STATISTICS, hold(4, 100, "PT1H"), state, 1, 0)) {
      harness.ofWindow(2, 1, 3, 2);
      assertThat(harness.left()).containsExactlyInAnyOrder(0L, 1L, 2L);
    }
  }

  @Test
  void lossOfAMonth_isLimited_andGoesOnAfterARestart() throws Exception {
    Limits limits =
        new Limits(
            null, null, null, null, null, new BigDecimal("0.002"), "hold", new Hold(100, "P60D"));
    OperatorSubtaskState state;
    try (QuotaHarness harness = QuotaHarness.open(STATISTICS, limits)) {
      harness.window(0, 1, 2);
      harness.window(2, 2, 2);
      harness.window(4, 3, 2);
      harness.passTo(5_000);
      assertThat(harness.left()).containsExactly(0L, 1L, 2L, 3L);
      state = harness.barrier(1);
    }
    try (QuotaHarness harness = QuotaHarness.restore(STATISTICS, limits, state, 1, 0)) {
      harness.passTo(QuotaHarness.now() + 5_000);
      assertThat(harness.left()).isEmpty();
    }
  }

  /** The meter counts behind the quota. */
  @Test
  void lossIsStillTold_whenTheRowLeaves() throws Exception {
    try (QuotaHarness harness = QuotaHarness.open(STATISTICS, reject(5))) {
      harness.window(0, 1, 2);
      assertThat(harness.flink.extractOutputValues())
          .extracting(OutputRecord::origin)
          .map(origin -> origin == null ? 0 : Objects.requireNonNull((Origin) origin).epsilon())
          .containsExactly(1_000_000L, 0L);
    }
  }
}
