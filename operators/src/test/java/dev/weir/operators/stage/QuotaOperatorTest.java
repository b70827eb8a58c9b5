package dev.weir.operators.stage;

import static dev.weir.operators.stage.QuotaHarness.CROWDS;
import static dev.weir.operators.stage.QuotaHarness.RECORDS;
import static dev.weir.operators.stage.QuotaHarness.START;
import static dev.weir.operators.stage.QuotaHarness.hold;
import static dev.weir.operators.stage.QuotaHarness.reject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.record.Origin;
import dev.weir.operators.record.OutputHeader;
import dev.weir.operators.record.OutputRecord;
import dev.weir.plan.QuotaPlan.Limits;
import dev.weir.plan.ReleasePlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaOperatorTest {

  private static List<Long> numbers(long to) {
    return LongStream.range(0, to).boxed().toList();
  }

  @Test
  void whatIsOver_waits_andLeavesInItsOrder_atTheRate() throws Exception {
    try (QuotaHarness harness = QuotaHarness.open(RECORDS, hold(10, 1_000, "PT1H"))) {
      for (long number = 0; number < 40; number++) {
        harness.offer(number);
      }
      assertThat(harness.left()).isEqualTo(numbers(10));
      assertThat(harness.metrics.value("quota_held")).isEqualTo(30);
      harness.passTo(1_000);
      assertThat(harness.left()).isEqualTo(numbers(20));
      assertThat(harness.metrics.value("quota_waiting_ms")).isEqualTo(1_000);
      harness.passTo(3_000);
      assertThat(harness.left()).isEqualTo(numbers(40));
      assertThat(harness.tally().released()).isEqualTo(40);
      assertThat(harness.metrics.value("quota_held")).isZero();
      assertThat(harness.metrics.value("quota_tokens")).isZero();
    }
  }

  @Test
  void whoComesLater_waitsBehind() throws Exception {
    try (QuotaHarness harness = QuotaHarness.open(RECORDS, hold(10, 1_000, "PT1H"))) {
      for (long number = 0; number < 15; number++) {
        harness.offer(number);
      }
      harness.passTo(350);
      harness.offer(15);
      assertThat(harness.left()).isEqualTo(numbers(13));
      harness.passTo(2_000);
      assertThat(harness.left()).isEqualTo(numbers(16));
    }
  }

  @Test
  void pastTheBound_itIsWithheld_andCounted() throws Exception {
    try (QuotaHarness harness = QuotaHarness.open(RECORDS, hold(10, 5, "PT1H"))) {
      for (long number = 0; number < 20; number++) {
        harness.offer(number);
      }
      harness.passTo(10_000);
      assertThat(harness.left()).isEqualTo(numbers(15));
      assertThat(harness.tally().withheld()).isEqualTo(Map.of("quota_exceeded", 5L));
      assertThat(harness.tally().in()).isEqualTo(20);
    }
  }

  @Test
  void whoHasWaitedTooLong_isWithheld() throws Exception {
    Limits limits = new Limits(null, 1L, null, null, null, null, "hold", hold(1, 9, "PT2S").hold());
    try (QuotaHarness harness = QuotaHarness.open(RECORDS, limits)) {
      harness.offer(0);
      harness.offer(1);
      harness.passTo(1_999);
      assertThat(harness.tally().withheld()).isEmpty();
      harness.passTo(2_000);
      assertThat(harness.tally().withheld()).isEqualTo(Map.of("quota_exceeded", 1L));
      assertThat(harness.left()).containsExactly(0L);
    }
  }

  @Test
  void reject_keepsNothing() throws Exception {
    try (QuotaHarness harness = QuotaHarness.open(RECORDS, reject(10))) {
      for (long number = 0; number < 12; number++) {
        harness.offer(number);
      }
      harness.passTo(5_000);
      assertThat(harness.left()).isEqualTo(numbers(10));
      assertThat(harness.tally().withheld()).isEqualTo(Map.of("quota_exceeded", 2L));
      assertThat(harness.metrics.value("quota_held")).isZero();
    }
  }

  @Test
  void whatWaited_leavesWithTheTimeOfItsLeaving() throws Exception {
    try (QuotaHarness harness = QuotaHarness.open(RECORDS, hold(1, 100, "PT1H"))) {
      harness.offer(0);
      harness.offer(1);
      harness.passTo(900);
      assertThat(harness.left()).hasSize(1);
      for (long number = 2; number < 62; number++) {
        harness.offer(number);
      }
      harness.passTo(61_000);
      List<OutputRecord> out = harness.flink.extractOutputValues();
      assertThat(out.get(0).timestamp()).isEqualTo(START);
      OutputRecord last = out.get(out.size() - 1);
      assertThat(last.timestamp()).isEqualTo(START + 60_000);
      assertThat(last.headers()).contains(new OutputHeader("weir-expires", "2026-05-30T08:01:00Z"));
      assertThat(last.origin()).isNull();
    }
  }

  @Test
  void whatWaited_isJudgedAgain() throws Exception {
    OperatorSubtaskState state = withTwentyWaiting();
    ReleasePlan suspended = TestPlans.release("acme", "suspended", "P90D");
    try (QuotaHarness harness =
        QuotaHarness.restore(suspended, hold(10, 100, "PT1H"), state, 1, 0)) {
      harness.passTo(QuotaHarness.now() + 3_000);
      assertThat(harness.left()).isEmpty();
      assertThat(harness.tally().withheld()).isEqualTo(Map.of("not_active", 20L));
    }
  }

  @Test
  void whatWasWrittenByOtherFields_neverLeaves() throws Exception {
    OperatorSubtaskState state = withTwentyWaiting();
    ReleasePlan other = Restrictions.inGermany(RECORDS);
    try (QuotaHarness harness = QuotaHarness.restore(other, hold(10, 100, "PT1H"), state, 1, 0)) {
      harness.passTo(QuotaHarness.now() + 3_000);
      assertThat(harness.left()).isEmpty();
      assertThat(harness.tally().withheld()).isEqualTo(Map.of("agreement_changed", 20L));
    }
  }

  @Test
  void whereTheQuotaIsTakenAway_whatWaitedLeaves() throws Exception {
    OperatorSubtaskState state = withTwentyWaiting();
    try (QuotaHarness harness = QuotaHarness.restore(RECORDS, null, state, 1, 0)) {
      harness.passTo(QuotaHarness.now() + 1);
      assertThat(harness.left()).hasSize(20);
    }
  }

  private static OperatorSubtaskState withTwentyWaiting() throws Exception {
    try (QuotaHarness harness = QuotaHarness.open(RECORDS, hold(10, 100, "PT1H"))) {
      for (long number = 0; number < 30; number++) {
        harness.offer(number);
      }
      return harness.barrier(1);
    }
  }

  /** Whatever subtask gets the agreement: it goes on where it was, by the same account. */
  @Test
  void restoredAtAnotherParallelism_nothingIsLostOrLeavesTwice() throws Exception {
    OperatorSubtaskState state;
    try (QuotaHarness harness = QuotaHarness.open(RECORDS, hold(10, 100, "PT1H"))) {
      for (long number = 0; number < 30; number++) {
        harness.offer(number);
      }
      harness.passTo(500);
      assertThat(harness.left()).isEqualTo(numbers(15));
      state = harness.barrier(1);
      harness.passTo(700);
      assertThat(harness.left()).isEqualTo(numbers(17)); // and is taken back
    }
    List<Long> left = new ArrayList<>();
    for (int subtask = 0; subtask < 3; subtask++) {
      left.addAll(goingOn(state, 3, subtask));
    }
    assertThat(left).isEqualTo(LongStream.range(15, 30).boxed().toList());
  }

  private static List<Long> goingOn(OperatorSubtaskState state, int of, int subtask)
      throws Exception {
    OperatorSubtaskState part =
        AbstractStreamOperatorTestHarness.repartitionOperatorState(
            state, QuotaHarness.MAX_PARALLELISM, 1, of, subtask);
    try (QuotaHarness harness =
        QuotaHarness.restore(RECORDS, hold(10, 100, "PT1H"), part, of, subtask)) {
      List<Long> atOnce = harness.left();
      assertThat(atOnce.size()).isLessThanOrEqualTo(10);
      harness.passTo(QuotaHarness.now() + 3_000);
      return harness.left();
    }
  }

  @Test
  void aDrainedJob_withholdsWhatMayNotLeaveYet() throws Exception {
    try (QuotaHarness harness = QuotaHarness.open(RECORDS, hold(10, 100, "PT1H"))) {
      for (long number = 0; number < 30; number++) {
        harness.offer(number);
      }
      harness.flink.endInput();
      assertThat(harness.left()).isEqualTo(numbers(10));
      assertThat(harness.tally().withheld()).isEqualTo(Map.of("quota_exceeded", 20L));
    }
  }

  @Test
  void ofAFile_secondsAreThoseOfEvents_andNothingWaits() throws Exception {
    try (QuotaHarness harness = QuotaHarness.ofFile(RECORDS, hold(2, 100, "PT1H"))) {
      for (long number = 0; number < 9; number++) {
        harness.offer(number, START + number % 3 * 1_000, null);
      }
      harness.flink.endInput();
      assertThat(harness.left()).isEqualTo(numbers(6));
      assertThat(harness.tally().withheld()).isEqualTo(Map.of("quota_exceeded", 3L));
    }
  }

  @Test
  void aCrowdsFirstRows_waitForOneAnother_andLeaveTogether() throws Exception {
    try (QuotaHarness harness = QuotaHarness.open(CROWDS, hold(4, 100, "PT1H"))) {
      row(harness, 0, 1, 1);
      row(harness, 1, 1, 2);
      row(harness, 2, 1, 2);
      assertThat(harness.left()).isEmpty();
      row(harness, 3, 1, 3);
      assertThat(harness.left()).containsExactly(0L, 1L, 2L, 3L);
      row(harness, 4, 2, 1);
      row(harness, 5, 2, 2);
      row(harness, 6, 2, 3);
      row(harness, 7, 1, 9); // waits behind them
      harness.passTo(700);
      assertThat(harness.left()).hasSize(4);
      harness.passTo(750);
      assertThat(harness.left()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
      harness.passTo(1_000);
      assertThat(harness.left()).hasSize(8);
    }
  }

  @Test
  void aCrowdWhoseFirstRowsWereWithheld_isSeenByNobody_untilKPeopleAreThereAgain()
      throws Exception {
    try (QuotaHarness harness = QuotaHarness.open(CROWDS, reject(3))) {
      row(harness, 0, 1, 1);
      row(harness, 1, 1, 2);
      row(harness, 2, 1, 3);
      row(harness, 3, 2, 1);
      row(harness, 4, 2, 2);
      row(harness, 5, 2, 3);
      assertThat(harness.left()).containsExactly(0L, 1L, 2L);
      assertThat(harness.tally().withheld()).isEqualTo(Map.of("quota_exceeded", 3L));
      harness.passTo(2_000);
      row(harness, 6, 2, 1);
      row(harness, 7, 2, 2);
      assertThat(harness.left()).hasSize(3);
      row(harness, 8, 2, 3);
      assertThat(harness.left()).containsExactly(0L, 1L, 2L, 6L, 7L, 8L);
    }
  }

  @Test
  void aRowWhoseCrowdWasWithheldAheadOfIt_doesNotLeaveAlone() throws Exception {
    Limits limits = new Limits(null, 3L, null, null, null, null, "hold", hold(1, 9, "PT2S").hold());
    try (QuotaHarness harness = QuotaHarness.open(CROWDS, limits)) {
      row(harness, 0, 1, 1);
      row(harness, 1, 1, 2);
      row(harness, 2, 1, 3);
      row(harness, 3, 2, 1);
      row(harness, 4, 2, 2);
      row(harness, 5, 2, 3);
      harness.passTo(1_000);
      row(harness, 6, 2, 4);
      harness.passTo(10_000);
      assertThat(harness.left()).containsExactly(0L, 1L, 2L);
      assertThat(harness.tally().withheld()).isEqualTo(Map.of("quota_exceeded", 4L));
      assertThat(harness.metrics.value("quota_held")).isZero();
    }
  }

  @Test
  void aCrowdThatJudgingBringsBelowK_isWithheldWhole() throws Exception {
    try (QuotaHarness harness = QuotaHarness.open(CROWDS, hold(5, 100, "PT1H"))) {
      row(harness, 0, 1, 1);
      row(harness, 1, 1, 2);
      harness.offer(2, 0, member(1, 3)); // long before the agreement's period
      assertThat(harness.left()).isEmpty();
      assertThat(harness.tally().withheld())
          .isEqualTo(Map.of("outside_period", 1L, "crowd_gone", 2L));
    }
  }

  @Test
  void aCrowdThatWasSeen_staysSeen_throughARestart() throws Exception {
    OperatorSubtaskState state;
    try (QuotaHarness harness = QuotaHarness.open(CROWDS, hold(3, 100, "PT1H"))) {
      for (long person = 1; person <= 3; person++) {
        row(harness, person, 1, person);
      }
      row(harness, 4, 2, 1);
      state = harness.barrier(1);
    }
    try (QuotaHarness harness = QuotaHarness.restore(CROWDS, hold(3, 100, "PT1H"), state, 1, 0)) {
      harness.passTo(2_000);
      row(harness, 5, 1, 7);
      row(harness, 6, 2, 2);
      assertThat(harness.left()).containsExactly(5L);
      row(harness, 7, 2, 3);
      harness.passTo(4_000);
      assertThat(harness.left()).containsExactly(5L, 4L, 6L, 7L);
    }
  }

  @Test
  void currentVersion_hasAFile() {
    assertThat(file(QuotaOperator.STATE_VERSION)).exists();
  }

  /** Its clock stood at 0.1 s; two crowds, of which one gathers. */
  @Test
  void version1_isRead() throws Exception {
    OperatorSubtaskState state = OperatorSnapshotUtil.readStateHandle(file(1).toString());
    try (QuotaHarness harness = QuotaHarness.restore(CROWDS, hold(3, 100, "PT1H"), state, 1, 0)) {
      harness.passTo(QuotaHarness.now() + 2_000);
      assertThat(harness.left()).containsExactly(4L);
      row(harness, 6, 2, 2);
      row(harness, 7, 2, 3);
      assertThat(harness.left()).containsExactly(4L, 5L, 6L, 7L);
    }
  }

  /** Three have left, and six wait, of two people. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void laterVersions_areRead_andTellWhoseWhatWaitsIs(int version) throws Exception {
    OperatorSubtaskState state = OperatorSnapshotUtil.readStateHandle(file(version).toString());
    try (QuotaHarness harness = QuotaHarness.commanded(RECORDS, hold(3, 100, "PT1H"), state)) {
      harness.forget(1);
      var unused = harness.barrier(2);
      harness.passTo(QuotaHarness.now() + 5_000);
      assertThat(harness.left()).containsExactly(4L, 6L, 8L);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "weir.write-state", matches = "true")
  void writeTheFileOfTheCurrentVersion() throws Exception {
    Path file = file(QuotaOperator.STATE_VERSION);
    assertThat(file).doesNotExist();
    try (QuotaHarness harness = QuotaHarness.open(RECORDS, hold(3, 100, "PT1H"))) {
      for (long number = 0; number < 9; number++) {
        harness.offerOf(number, 2 - number % 2);
      }
      OperatorSnapshotUtil.writeStateHandle(harness.barrier(1), file.toString());
    }
  }

  private static Path file(int version) {
    return Path.of("src/test/resources/state/quota-v" + version);
  }

  private static void row(QuotaHarness harness, long number, long crowd, long person)
      throws Exception {
    harness.row(number, crowd, person);
  }

  private static Origin.Member member(long crowd, long person) {
    return new Origin.Member(crowd, crowd, person, person);
  }

  /** Plans that differ in what a record rests on. */
  private static final class Restrictions {
    static ReleasePlan inGermany(ReleasePlan plan) {
      return new ReleasePlan(
          plan.agreement(),
          plan.agreementVersion(),
          plan.partner(),
          plan.release(),
          plan.kind(),
          plan.topic(),
          plan.status(),
          plan.from(),
          plan.to(),
          List.of("DE"),
          plan.retention(),
          plan.keyField(),
          plan.stages(),
          plan.cohort(),
          plan.output(),
          plan.keys(),
          plan.keepJoinable(),
          plan.digest());
    }
  }
}
