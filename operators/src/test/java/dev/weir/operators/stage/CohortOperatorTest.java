package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.agreement.CohortMode;
import dev.weir.operators.record.OutputHeader;
import dev.weir.operators.record.OutputRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Crowds on a stream: what leaves when, through checkpoints, failures and scaling. */
class CohortOperatorTest {

  @Test
  void crowd_leavesOnce_afterTheCheckpointThatHoldsItsDecision() throws Exception {
    try (CohortHarness harness = new CohortHarness(null)) {
      harness.crowd();
      assertThat(harness.events()).isEmpty();
      OperatorSubtaskState unused = harness.barrier(1);
      assertThat(harness.events()).isEmpty();
      harness.complete(1);
      assertThat(harness.events()).containsExactly(1L, 2L, 3L);
      assertThat(harness.boxes()).containsOnly("{\"from\":30,\"to\":39}");
      harness.complete(2);
      assertThat(harness.events()).hasSize(3);
      assertThat(harness.tally().released()).isEqualTo(3);
    }
  }

  @Test
  void record_carriesTheTokenAsKey_theMinute_andWhatWasRequired() throws Exception {
    try (CohortHarness harness = new CohortHarness(null)) {
      harness.crowd();
      harness.checkpoint(1);
      OutputRecord record = harness.out().get(0);
      assertThat(new String(Objects.requireNonNull(record.key()), StandardCharsets.UTF_8))
          .isEqualTo(CohortHarness.json(record).get("id").asText())
          .hasSize(28);
      assertThat(Instant.ofEpochMilli(record.timestamp())).isEqualTo("2026-03-01T08:00:00Z");
      assertThat(record.headers())
          .extracting(OutputHeader::name)
          .containsExactly("weir-agreement", "weir-plan", "weir-expires", "weir-k");
      assertThat(harness.out().get(1).key()).isNotEqualTo(record.key());
    }
  }

  @Test
  void knownPerson_leavesAtOnce_onlyIfTheirDecisionIsInACompleteCheckpoint() throws Exception {
    try (CohortHarness harness = new CohortHarness(null)) {
      harness.crowd();
      harness.offer(4, 1, 30);
      OperatorSubtaskState unused = harness.barrier(1);
      harness.offer(5, 1, 31);
      assertThat(harness.events()).isEmpty();
      harness.complete(1);
      assertThat(harness.events()).as("in order").containsExactly(1L, 2L, 3L, 4L, 5L);
      harness.offer(6, 1, 32);
      assertThat(harness.events()).as("at once").containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }
  }

  @Test
  void whatARestoredCheckpointHolds_leavesAtOnce_onAQuietStreamToo() throws Exception {
    OperatorSubtaskState state;
    try (CohortHarness harness = new CohortHarness(null)) {
      harness.crowd();
      state = harness.barrier(1);
    }
    try (CohortHarness harness = new CohortHarness(state)) {
      harness.passTo(CohortHarness.HOLD + 1);
      assertThat(harness.events()).containsExactly(1L, 2L, 3L);
      assertThat(harness.boxes()).containsOnly("{\"from\":30,\"to\":39}");
    }
  }

  @Test
  void decisionThatNoCheckpointHolds_hasShownNothing_andMayBeMadeOtherwise() throws Exception {
    OperatorSubtaskState before;
    try (CohortHarness harness = new CohortHarness(null)) {
      harness.offer(1, 1, 30);
      harness.offer(2, 2, 35);
      before = harness.barrier(1);
      harness.complete(1);
      harness.offer(3, 3, 39);
      harness.passTo(CohortHarness.HOLD);
      assertThat(harness.events()).isEmpty();
    }
    try (CohortHarness harness = new CohortHarness(before)) {
      harness.offer(4, 4, 25);
      harness.passTo(CohortHarness.HOLD);
      harness.checkpoint(2);
      assertThat(harness.events()).containsExactly(1L, 2L, 4L);
      assertThat(harness.boxes()).containsOnly("{\"from\":25,\"to\":35}");
    }
  }

  @Test
  void tooFew_areSuppressedByTheClock_thoughNothingElseComes() throws Exception {
    try (CohortHarness harness = new CohortHarness(null)) {
      harness.offer(1, 1, 30);
      harness.offer(2, 2, 35);
      harness.passTo(CohortHarness.HOLD - 1);
      assertThat(harness.tally().withheld()).isEmpty();
      harness.passTo(CohortHarness.HOLD);
      assertThat(harness.tally().withheld()).containsEntry("no_crowd", 2L);
      harness.checkpoint(1);
      assertThat(harness.events()).isEmpty();
      assertThat(harness.tally().in()).isEqualTo(2);
    }
  }

  @Test
  void waitingRows_keepTheirTime_throughARestore() throws Exception {
    OperatorSubtaskState state;
    try (CohortHarness harness = new CohortHarness(null)) {
      harness.passTo(100);
      harness.offer(1, 1, 30);
      state = harness.barrier(1);
    }
    try (CohortHarness harness = new CohortHarness(state)) {
      harness.passTo(CohortHarness.HOLD + 99);
      assertThat(harness.tally().in()).isZero();
      harness.passTo(CohortHarness.HOLD + 100);
      assertThat(harness.tally().withheld()).containsEntry("no_crowd", 1L);
    }
  }

  @Test
  void windowsCrowd_isForgotten_whenItHasLeft() throws Exception {
    try (CohortHarness harness =
        new CohortHarness(
            CohortHarness.release(CohortMode.WINDOW), () -> CohortHarness.NOW, true, 1, 0, null)) {
      harness.crowd();
      harness.checkpoint(1);
      assertThat(harness.events()).hasSize(3);
      harness.offer(4, 1, 30);
      harness.passTo(3 * CohortHarness.HOLD);
      assertThat(harness.tally().withheld()).containsEntry("no_crowd", 1L);
    }
  }

  @Test
  void boundedInput_isDecidedWhenItEnds_andLeavesThen() throws Exception {
    for (boolean gated : new boolean[] {false, true}) {
      try (CohortHarness harness =
          new CohortHarness(
              CohortHarness.release(CohortMode.STABLE),
              () -> CohortHarness.NOW,
              gated,
              1,
              0,
              null)) {
        harness.offer(1, 1, 30);
        harness.offer(2, 2, 35);
        harness.offer(3, 3, 39);
        harness.flink.endInput();
        assertThat(harness.events()).containsExactly(1L, 2L, 3L);
      }
    }
  }

  @Test
  void scaling_movesTheRegionWhole() throws Exception {
    OperatorSubtaskState state;
    try (CohortHarness harness = new CohortHarness(null)) {
      harness.crowd();
      harness.offer(4, 4, 60);
      state = harness.barrier(1);
      harness.complete(1);
    }
    int region = CohortRegions.keys(CohortHarness.release(CohortMode.STABLE), 1).get(0);
    int home =
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            region, CohortHarness.MAX_PARALLELISM, 4);
    OperatorSubtaskState part =
        AbstractStreamOperatorTestHarness.repartitionOperatorState(
            state, CohortHarness.MAX_PARALLELISM, 1, 4, home);
    try (CohortHarness harness =
        new CohortHarness(
            CohortHarness.release(CohortMode.STABLE),
            () -> CohortHarness.NOW,
            true,
            4,
            home,
            part)) {
      harness.passTo(CohortHarness.HOLD + 1);
      harness.offer(5, 3, 38);
      assertThat(harness.events()).containsExactly(1L, 2L, 3L, 5L);
      harness.offer(6, 5, 61);
      harness.offer(7, 6, 62);
      harness.passTo(4 * CohortHarness.HOLD);
      harness.checkpoint(2);
      assertThat(harness.events()).containsExactly(1L, 2L, 3L, 5L, 4L, 6L, 7L);
    }
  }
}
