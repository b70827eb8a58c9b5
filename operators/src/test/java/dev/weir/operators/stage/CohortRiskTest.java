package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.agreement.CohortMode;
import dev.weir.operators.record.OutputRecord;
import dev.weir.plan.CohortPlan.RiskBounds;
import dev.weir.plan.ReleasePlan;
import dev.weir.privacy.risk.ClassSizes;
import dev.weir.privacy.risk.ProsecutorRisk;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The running risk of a release: what is measured when, through failures, erasure and time. */
class CohortRiskTest {

  private static final long RETENTION = Duration.ofDays(90).toMillis();
  private static final long LATER = RETENTION / 2;

  private static ReleasePlan release(@Nullable String prosecutor, @Nullable String marketer) {
    RiskBounds bounds =
        new RiskBounds(
            prosecutor == null ? null : new BigDecimal(prosecutor),
            marketer == null ? null : new BigDecimal(marketer));
    return CohortHarness.release(CohortMode.STABLE, CohortHarness.K, "form", null, bounds);
  }

  private static CohortHarness open(ReleasePlan release, @Nullable OperatorSubtaskState state)
      throws Exception {
    return new CohortHarness(release, () -> CohortHarness.NOW, true, 1, 0, state);
  }

  /** A crowd of three, and a crowd of four elsewhere. */
  private static void crowds(CohortHarness harness) throws Exception {
    for (int person = 1; person <= 3; person++) {
      harness.offer(person, person, 30 + person);
    }
    harness.passTo(CohortHarness.HOLD);
    for (int person = 11; person <= 14; person++) {
      harness.offer(person, person, 70 + person);
    }
    harness.passTo(2 * CohortHarness.HOLD);
  }

  private static double prosecutor(CohortHarness harness) {
    return harness.metrics.value("risk_prosecutor");
  }

  private static double alerts(CohortHarness harness, String measure) {
    return harness.metrics.value("measure." + measure + ".risk_alerts");
  }

  @Test
  void crowds_areMeasuredWhole_soThatAtTheBoundNobodyIsAlarmed() throws Exception {
    try (CohortHarness harness = open(release("0.34", "0.34"), null)) {
      assertThat(prosecutor(harness)).isZero();
      crowds(harness);
      assertThat(prosecutor(harness)).isEqualTo(1 / 3.0);
      assertThat(harness.metrics.value("risk_marketer")).isEqualTo(2 / 7.0);
      assertThat(alerts(harness, "prosecutor")).isZero();
      assertThat(alerts(harness, "marketer")).isZero();
    }
  }

  @Test
  void alert_isRaisedOnce_whileTheMeasureStaysAbove() throws Exception {
    try (CohortHarness harness = open(release("0.3", null), null)) {
      crowds(harness);
      harness.offer(20, 1, 31);
      harness.offer(21, 2, 32);
      assertThat(alerts(harness, "prosecutor")).isEqualTo(1);
      harness.offer(22, 4, 32);
      harness.passTo(3 * CohortHarness.HOLD);
      assertThat(prosecutor(harness)).as("a fourth in the first crowd").isEqualTo(1 / 4.0);
      harness.forget(4);
      assertThat(alerts(harness, "prosecutor")).as("again above").isEqualTo(2);
      assertThat(alerts(harness, "marketer")).as("no bound").isZero();
    }
  }

  @Test
  void peopleAreCounted_neverTheirRows() throws Exception {
    try (CohortHarness harness = open(release("0.1", null), null)) {
      crowds(harness);
      for (int row = 0; row < 50; row++) {
        harness.offer(100 + row, 1, 31);
      }
      assertThat(prosecutor(harness)).isEqualTo(1 / 3.0);
      assertThat(harness.metrics.value("risk_marketer")).isEqualTo(2 / 7.0);
    }
  }

  @Test
  void restoredState_isMeasuredBeforeAnythingComes() throws Exception {
    OperatorSubtaskState state;
    try (CohortHarness harness = open(release("0.3", null), null)) {
      crowds(harness);
      state = harness.barrier(1);
    }
    try (CohortHarness harness = open(release("0.3", null), state)) {
      assertThat(prosecutor(harness)).isEqualTo(1 / 3.0);
      assertThat(harness.metrics.value("risk_marketer")).isEqualTo(2 / 7.0);
      assertThat(alerts(harness, "prosecutor")).isEqualTo(1);
      harness.offer(30, 1, 31);
      assertThat(prosecutor(harness)).as("known there").isEqualTo(1 / 3.0);
    }
  }

  @Test
  void erasedPerson_isNotCounted_throughARestoreEither() throws Exception {
    OperatorSubtaskState state;
    try (CohortHarness harness = open(release("0.4", null), null)) {
      crowds(harness);
      harness.forget(1);
      assertThat(prosecutor(harness)).isEqualTo(1 / 2.0);
      state = harness.barrier(1);
    }
    try (CohortHarness harness = open(release("0.4", null), state)) {
      assertThat(prosecutor(harness)).isEqualTo(1 / 2.0);
    }
  }

  @Test
  void rowsThatHaveExpired_areForgotten_whoCameLaterIsNot() throws Exception {
    OperatorSubtaskState state;
    try (CohortHarness harness = open(release("0.5", null), null)) {
      crowds(harness);
      harness.passTo(LATER);
      harness.offer(30, 1, 31);
      state = harness.barrier(1);
    }
    try (CohortHarness harness = open(release("0.5", null), state)) {
      harness.passTo(RETENTION);
      assertThat(prosecutor(harness)).as("not before its time").isEqualTo(1 / 3.0);
      harness.passTo(RETENTION + RETENTION / 32);
      assertThat(prosecutor(harness)).as("alone in what a reader still has").isEqualTo(1);
      assertThat(alerts(harness, "prosecutor")).isEqualTo(1);
      harness.passTo(LATER + RETENTION + RETENTION / 32);
      assertThat(prosecutor(harness)).as("nothing is left").isZero();
    }
  }

  @Test
  void agreementThatSetsNoBoundAnyMore_forgetsInTime_andMayAskAgain() throws Exception {
    OperatorSubtaskState state;
    try (CohortHarness harness = open(release("0.5", null), null)) {
      crowds(harness);
      state = harness.barrier(1);
    }
    try (CohortHarness harness = open(CohortHarness.release(CohortMode.STABLE), state)) {
      assertThat(harness.metrics.all().keySet()).noneMatch(name -> name.contains("risk"));
      harness.forget(11);
      state = harness.barrier(2);
    }
    try (CohortHarness harness = open(release("0.5", null), state)) {
      assertThat(harness.metrics.value("risk_marketer")).isEqualTo(2 / 6.0);
      harness.passTo(RETENTION + RETENTION / 32);
      assertThat(prosecutor(harness)).isZero();
    }
  }

  /** Of what has left, by who sent it: the events' numbers alone connect the two. */
  @Test
  void measure_isWhatTheReleasedRowsSay() throws Exception {
    Random random = new Random(7);
    Map<Long, Long> people = new HashMap<>();
    try (CohortHarness harness = open(release("0.1", "0.1"), null)) {
      for (int event = 0; event < 400; event++) {
        long person = random.nextInt(60);
        people.put((long) event, person);
        harness.offer(event, person, (person * 7 + random.nextInt(2)) % 90);
        harness.passTo(40L * event);
      }
      harness.passTo(1 << 20);
      harness.checkpoint(1);
      Map<String, Set<Long>> classes = new HashMap<>();
      for (OutputRecord row : harness.out()) {
        classes
            .computeIfAbsent(CohortHarness.json(row).get("age").toString(), none -> new HashSet<>())
            .add(people.get(row.offset()));
      }
      ProsecutorRisk risk =
          new ProsecutorRisk(ClassSizes.of(classes.values().stream().map(Set::size).toList()));
      assertThat(classes).hasSizeGreaterThan(5);
      assertThat(prosecutor(harness)).isEqualTo(risk.highest());
      assertThat(harness.metrics.value("risk_marketer")).isEqualTo(risk.marketer());
    }
  }

  @Test
  void stateOfVersion2_isRead() throws Exception {
    OperatorSubtaskState state =
        OperatorSnapshotUtil.readStateHandle(
            Path.of("src/test/resources/state/cohort-v2").toString());
    try (CohortHarness harness = open(release("0.3", null), state)) {
      assertThat(prosecutor(harness)).isEqualTo(1 / 3.0);
      harness.forget(2);
      assertThat(prosecutor(harness)).isEqualTo(1 / 2.0);
    }
  }
}
