package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.agreement.CohortMode;
import dev.weir.operators.record.OutputHeader;
import dev.weir.operators.record.OutputRecord;
import dev.weir.plan.ReleasePlan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Crowds on a stream: what leaves when, through checkpoints, failures, scaling and erasure. */
class CohortOperatorTest {

  private static final Path FILES = Path.of("src/test/resources/state");

  /** Three people of whom the third comes when the first one's time is up. */
  private static void crowd(CohortHarness harness) throws Exception {
    harness.offer(1, 1, 30);
    harness.offer(2, 2, 35);
    harness.offer(3, 3, 39);
    harness.passTo(CohortHarness.HOLD);
  }

  @Test
  void crowd_leavesOnce_afterTheCheckpointThatHoldsItsDecision() throws Exception {
    try (CohortHarness harness = new CohortHarness(null)) {
      crowd(harness);
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
      crowd(harness);
      OperatorSubtaskState unused = harness.barrier(1);
      harness.complete(1);
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
      crowd(harness);
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
      crowd(harness);
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
      OperatorSubtaskState unused = harness.barrier(2);
      harness.complete(2);
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
      OperatorSubtaskState unused = harness.barrier(1);
      harness.complete(1);
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
  void erasedPerson_isGone_whereTheyWait_whereTheyAreDecided_andWhereTheyAreAtHome()
      throws Exception {
    try (CohortHarness harness = new CohortHarness(null)) {
      crowd(harness);
      harness.offer(4, 4, 90);
      harness.forget(4);
      harness.forget(2);
      OperatorSubtaskState unused = harness.barrier(1);
      harness.complete(1);
      assertThat(harness.events()).containsExactly(1L, 3L);
      assertThat(harness.tally().withheld()).containsEntry("erased", 2L);
      harness.offer(5, 1, 30);
      harness.passTo(3 * CohortHarness.HOLD);
      OperatorSubtaskState more = harness.barrier(2);
      harness.complete(2);
      assertThat(harness.events()).as("the cohort has two people").containsExactly(1L, 3L);
      assertThat(harness.tally().withheld()).containsEntry("crowd_gone", 1L);
    }
  }

  private static CohortHarness paced(@Nullable OperatorSubtaskState state) throws Exception {
    return new CohortHarness(
        CohortHarness.release(CohortMode.STABLE, CohortHarness.K, "form", "PT0.3S"),
        () -> CohortHarness.NOW,
        true,
        1,
        0,
        state);
  }

  @Test
  void pacedRows_leaveTogetherWhenTheClockTicks_afterTheirCheckpoint_throughARestore()
      throws Exception {
    OperatorSubtaskState state;
    try (CohortHarness harness = paced(null)) {
      crowd(harness);
      OperatorSubtaskState unused = harness.barrier(1);
      harness.complete(1);
      harness.passTo(CohortHarness.HOLD + 199);
      assertThat(harness.events()).as("between ticks").isEmpty();
      state = harness.barrier(2);
      harness.passTo(CohortHarness.HOLD + 200);
      assertThat(harness.events()).containsExactlyInAnyOrder(1L, 2L, 3L);
    }
    try (CohortHarness harness = paced(state)) {
      harness.passTo(CohortHarness.HOLD + 199);
      assertThat(harness.events()).isEmpty();
      harness.offer(4, 1, 30);
      harness.offer(5, 1, 30);
      harness.passTo(CohortHarness.HOLD + 500);
      assertThat(harness.events()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
      assertThat(harness.events()).as("one person's, in order").containsSubsequence(1L, 4L, 5L);
      harness.passTo(5 * CohortHarness.HOLD);
      assertThat(harness.events()).hasSize(5);
    }
  }

  @Test
  void pacedNewcomer_waitsForCompany() throws Exception {
    try (CohortHarness harness = paced(null)) {
      crowd(harness);
      OperatorSubtaskState unused = harness.barrier(1);
      harness.complete(1);
      harness.offer(4, 4, 31);
      harness.offer(5, 5, 32);
      harness.passTo(CohortHarness.HOLD + 300);
      OperatorSubtaskState more = harness.barrier(2);
      harness.complete(2);
      harness.passTo(2 * CohortHarness.HOLD + 600);
      assertThat(harness.events()).containsExactlyInAnyOrder(1L, 2L, 3L);
      assertThat(harness.tally().withheld()).containsEntry("no_crowd", 2L);
    }
  }

  @Test
  void pacedRows_areShuffled() throws Exception {
    try (CohortHarness harness = paced(null)) {
      for (int person = 1; person <= 60; person++) {
        harness.offer(person, person, 30);
      }
      harness.passTo(CohortHarness.HOLD);
      OperatorSubtaskState unused = harness.barrier(1);
      harness.complete(1);
      harness.passTo(2 * CohortHarness.HOLD);
      assertThat(harness.events()).hasSize(60).doesNotHaveDuplicates();
      assertThat(harness.events()).as("one in 60! by chance").isNotEqualTo(inOrder(60));
    }
  }

  private static List<Long> inOrder(long count) {
    return LongStream.rangeClosed(1, count).boxed().toList();
  }

  @Test
  void pacedRowOfAnErasedPerson_doesNotLeave() throws Exception {
    try (CohortHarness harness = paced(null)) {
      crowd(harness);
      OperatorSubtaskState unused = harness.barrier(1);
      harness.complete(1);
      harness.forget(2);
      harness.passTo(2 * CohortHarness.HOLD);
      assertThat(harness.events()).containsExactlyInAnyOrder(1L, 3L);
      assertThat(harness.tally().withheld()).containsEntry("erased", 1L);
    }
  }

  /** I12: of homes, of rows that wait, of rows that are decided, and of rows that are paced. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void erasure_leavesNoByteOfThePerson_inTheNextCheckpoint(boolean isPaced) throws Exception {
    long erased = 0x5eed5eed5eed0001L;
    try (CohortHarness harness = isPaced ? paced(null) : new CohortHarness(null)) {
      harness.offer(1, erased, 30);
      harness.offer(2, 2, 35);
      harness.offer(3, 3, 39);
      harness.passTo(CohortHarness.HOLD);
      harness.offer(4, erased, 80);
      assertThat(text(harness.savepoint(1))).contains(bytes(erased));
      if (isPaced) {
        harness.complete(1);
      }
      harness.forget(erased);
      assertThat(text(harness.savepoint(2))).doesNotContain(bytes(erased));
    }
  }

  private static String text(OperatorSubtaskState state) throws IOException {
    StringBuilder text = new StringBuilder();
    for (KeyedStateHandle handle : state.getManagedKeyedState()) {
      try (InputStream in = ((KeyGroupsStateHandle) handle).openInputStream()) {
        text.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString();
  }

  private static String bytes(long half) {
    byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(half).array();
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void windowsCrowd_isForgotten_whenItHasLeft() throws Exception {
    try (CohortHarness harness =
        new CohortHarness(
            CohortHarness.release(CohortMode.WINDOW), () -> CohortHarness.NOW, true, 1, 0, null)) {
      crowd(harness);
      OperatorSubtaskState unused = harness.barrier(1);
      harness.complete(1);
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
  void rowsThatWaited_doNotLeave_onceTheAgreementHasEnded() throws Exception {
    long[] clock = {CohortHarness.NOW};
    try (CohortHarness harness =
        new CohortHarness(
            CohortHarness.release(CohortMode.STABLE), () -> clock[0], true, 1, 0, null)) {
      crowd(harness);
      OperatorSubtaskState unused = harness.barrier(1);
      clock[0] = Instant.parse("2036-01-01T00:00:00Z").toEpochMilli();
      harness.complete(1);
      assertThat(harness.events()).isEmpty();
      assertThat(harness.tally().withheld()).containsEntry("outside_period", 3L);
    }
  }

  @Test
  void scaling_movesTheRegionWhole() throws Exception {
    OperatorSubtaskState state;
    try (CohortHarness harness = new CohortHarness(null)) {
      crowd(harness);
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
      OperatorSubtaskState unused = harness.barrier(2);
      harness.complete(2);
      assertThat(harness.events()).containsExactly(1L, 2L, 3L, 5L, 4L, 6L, 7L);
    }
  }

  @Test
  void newFields_letNothingLeaveThatWasWrittenByTheFormer_andKeepHomes() throws Exception {
    OperatorSubtaskState state;
    try (CohortHarness harness = new CohortHarness(null)) {
      crowd(harness);
      harness.offer(4, 4, 60);
      state = harness.barrier(1);
    }
    ReleasePlan changed = CohortHarness.release(CohortMode.STABLE, CohortHarness.K, "other");
    try (CohortHarness harness =
        new CohortHarness(changed, () -> CohortHarness.NOW, true, 1, 0, state)) {
      harness.passTo(CohortHarness.HOLD + 1);
      assertThat(harness.events()).isEmpty();
      assertThat(harness.tally().withheld()).containsEntry("agreement_changed", 4L);
      harness.offer(5, 1, 30);
      assertThat(harness.events()).as("at home").containsExactly(5L);
    }
  }

  @Test
  void largerCrowd_isAskedOfHomesToo_fromTheNextRowOn() throws Exception {
    OperatorSubtaskState state;
    try (CohortHarness harness = new CohortHarness(null)) {
      crowd(harness);
      state = harness.barrier(1);
    }
    ReleasePlan larger = CohortHarness.release(CohortMode.STABLE, CohortHarness.K + 1, "form");
    try (CohortHarness harness =
        new CohortHarness(larger, () -> CohortHarness.NOW, true, 1, 0, state)) {
      harness.passTo(CohortHarness.HOLD + 1);
      harness.offer(5, 1, 30);
      assertThat(harness.tally().withheld()).containsEntry("agreement_changed", 3L);
      harness.passTo(3 * CohortHarness.HOLD);
      assertThat(harness.events()).isEmpty();
      assertThat(harness.tally().withheld()).containsEntry("crowd_gone", 1L);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void everyVersion_isRead(int version) throws Exception {
    OperatorSubtaskState state = OperatorSnapshotUtil.readStateHandle(file(version).toString());
    try (CohortHarness harness = new CohortHarness(state)) {
      harness.passTo(CohortHarness.HOLD + 1);
      assertThat(harness.events()).containsExactly(1L, 2L, 3L);
      harness.offer(5, 2, 34);
      assertThat(harness.events()).as("at home").endsWith(5L);
      harness.offer(6, 5, 61);
      harness.offer(7, 6, 62);
      harness.passTo(4 * CohortHarness.HOLD);
      OperatorSubtaskState unused = harness.barrier(2);
      harness.complete(2);
      assertThat(harness.events()).as("who waited").endsWith(4L, 6L, 7L);
    }
  }

  /** The third is the first that holds rows which wait for their tick, the fourth events' times. */
  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void laterVersions_areRead(int version) throws Exception {
    OperatorSubtaskState state = OperatorSnapshotUtil.readStateHandle(file(version).toString());
    try (CohortHarness harness = paced(state)) {
      harness.passTo(CohortHarness.HOLD + 1);
      harness.passTo(CohortHarness.HOLD + 200);
      assertThat(harness.events()).as("on their tick").containsExactlyInAnyOrder(1L, 2L, 3L);
      harness.offer(5, 2, 34);
      harness.passTo(CohortHarness.HOLD + 500);
      assertThat(harness.events()).as("at home").endsWith(5L);
      harness.passTo(4 * CohortHarness.HOLD);
      assertThat(harness.tally().withheld()).as("who waited").containsEntry("no_crowd", 1L);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "weir.write-state", matches = "true")
  void writeTheFileOfTheCurrentVersion() throws Exception {
    Path file = file(CohortOperator.STATE_VERSION);
    assertThat(file).doesNotExist();
    try (CohortHarness harness = paced(null)) {
      crowd(harness);
      OperatorSubtaskState unused = harness.barrier(1);
      harness.complete(1);
      harness.offer(4, 4, 60);
      OperatorSnapshotUtil.writeStateHandle(harness.barrier(2), file.toString());
    }
  }

  private static Path file(int version) {
    return FILES.resolve("cohort-v" + version);
  }
}
