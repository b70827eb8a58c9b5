package dev.weir.operators.stage.statistics;

import static dev.weir.operators.stage.statistics.StatisticsHarness.HOUR;
import static dev.weir.operators.stage.statistics.StatisticsHarness.MINUTE;
import static dev.weir.operators.stage.statistics.StatisticsHarness.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.metrics.StatisticsTally;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.stage.Accumulated;
import dev.weir.operators.state.StreamType;
import dev.weir.operators.statistics.LedgerRow;
import dev.weir.operators.statistics.PartialSums;
import dev.weir.plan.BudgetPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of windows when a job goes on with other agreements than those that it had. */
@WithOpenDp
class ChangingReleasesTest {

  private static final ReleasePlan ACME = release("acme", "active");
  private static final ReleasePlan BETA = release("beta", "active");
  private static final String BETAS = BETA.topic();

  private static ReleasePlan release(String partner, String status) {
    return StatisticsPlans.release(partner, "spend", status, StatisticsPlans.statistics());
  }

  /** Where windows are drawn, with its clock where the broker's stands. */
  private static final class Job implements AutoCloseable {
    private final KeyedOneInputStreamOperatorTestHarness<Integer, PartialSums, OutputRecord> draws;
    private final List<ReleasePlan> plans;

    Job(List<ReleasePlan> plans, long hours, @Nullable OperatorSubtaskState state)
        throws Exception {
      this(plans, hours, List.of(), state);
    }

    Job(
        List<ReleasePlan> plans,
        long hours,
        List<LedgerRow> charged,
        @Nullable OperatorSubtaskState state)
        throws Exception {
      this.plans = plans;
      long now = START + hours * HOUR;
      StatisticsSettings settings =
          new StatisticsSettings(
              StatisticsHarness.LEDGER, charged, null, START, null, true, () -> now, null);
      draws =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new StatisticsOperator("p", plans, settings),
              sums -> StatisticsOperator.KEY,
              Types.INT,
              StatisticsHarness.MAX_PARALLELISM,
              1,
              0);
      draws.setup(StreamType.OUTPUT_RECORD.createSerializer(new SerializerConfigImpl()));
      if (state != null) {
        draws.initializeState(state);
      }
      draws.open();
      draws.setProcessingTime(1);
    }

    OperatorSubtaskState drawn(long hours) throws Exception {
      draws.processWatermark(new Watermark(START + hours * HOUR + 5 * MINUTE));
      draws.prepareSnapshotPreBarrier(1);
      return draws.snapshot(1, 1);
    }

    OperatorSubtaskState left(long hours) throws Exception {
      OperatorSubtaskState unused = drawn(hours);
      assertThat(unused).isNotNull();
      draws.notifyOfCompletedCheckpoint(1);
      draws.prepareSnapshotPreBarrier(2);
      return draws.snapshot(2, 2);
    }

    long rows(String topic) {
      return draws.extractOutputValues().stream().filter(row -> row.topic().equals(topic)).count();
    }

    List<LedgerRow> charges() {
      return draws.extractOutputValues().stream()
          .filter(row -> row.topic().equals(StatisticsHarness.LEDGER))
          .map(row -> LedgerRow.parse(row.value()))
          .toList();
    }

    Map<String, Long> rowsWithheld() {
      return StatisticsTally.of(plans.get(0), Accumulated.of(draws)).rowsWithheld();
    }

    @Override
    public void close() throws Exception {
      draws.close();
    }
  }

  /** As if they were empty: nobody has counted what was in them. */
  @Test
  void windowsOfAReleaseThatWasTakenAway_areNotToldWhenItIsBack() throws Exception {
    OperatorSubtaskState state;
    try (Job job = new Job(List.of(ACME, BETA), 2, null)) {
      state = job.left(1);
      assertThat(job.rows(BETAS)).as("two groups of an hour").isEqualTo(2);
    }
    try (Job job = new Job(List.of(ACME), 100, state)) {
      state = job.left(100);
    }
    try (Job job = new Job(List.of(ACME, BETA), 100, state)) {
      OperatorSubtaskState unused = job.left(101);
      assertThat(unused).isNotNull();
      assertThat(job.rows(BETAS)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"suspended", "ended", "draft"})
  void rowsThatWait_doNotLeave_whenTheirAgreementIsNotActiveAnyMore(String status)
      throws Exception {
    OperatorSubtaskState state;
    try (Job job = new Job(List.of(ACME), 2, null)) {
      state = job.drawn(1);
    }
    try (Job job = new Job(List.of(release("acme", status)), 3, state)) {
      OperatorSubtaskState unused = job.left(3);
      assertThat(unused).isNotNull();
      assertThat(job.rows(ACME.topic())).isZero();
      assertThat(job.rowsWithheld()).containsExactly(Map.entry("not_active", 2L));
    }
  }

  /** A savepoint holds rows that leave once it is complete, and then it is gone on from again. */
  @Test
  void rowsThatWaitInAnOlderState_leaveAgain_onlyIfTheirTransactionWasTakenBack() throws Exception {
    OperatorSubtaskState older;
    List<LedgerRow> charged;
    try (Job job = new Job(List.of(ACME), 2, null)) {
      older = job.drawn(1);
      job.draws.notifyOfCompletedCheckpoint(1);
      charged = job.charges();
      assertThat(job.rows(ACME.topic())).isEqualTo(2);
    }
    assertThat(rowsAgain(older, charged)).isZero();
    assertThat(rowsAgain(older, charged.stream().map(LedgerRow::uncommitted).toList()))
        .isEqualTo(2);
    assertThat(rowsAgain(older, List.of())).isEqualTo(2);
  }

  private static long rowsAgain(OperatorSubtaskState older, List<LedgerRow> charged)
      throws Exception {
    try (Job job = new Job(List.of(ACME), 2, charged, older)) {
      OperatorSubtaskState unused = job.left(1);
      assertThat(unused).isNotNull();
      assertThat(job.rows(ACME.topic()) + job.rowsWithheld().getOrDefault("already_charged", 0L))
          .isEqualTo(2);
      return job.rows(ACME.topic());
    }
  }

  /** Two windows of the day had all of its budget; people may add to two under other terms. */
  @ParameterizedTest
  @CsvSource({"P1D, acme", "P7D, acme", "P1M, acme", "P1D, acme-inc"})
  void anotherVersion_doesNotRefillAPeriod(String per, String partner) throws Exception {
    OperatorSubtaskState state;
    try (Job job = new Job(List.of(version(ACME, "P1D", "acme", "terms")), 3, null)) {
      state = job.left(2);
      assertThat(job.charges()).hasSize(2);
    }
    try (Job job = new Job(List.of(version(ACME, per, partner, "other")), 10, state)) {
      OperatorSubtaskState unused = job.left(10);
      assertThat(unused).isNotNull();
      assertThat(job.charges()).isEmpty();
      assertThat(job.rows(ACME.topic())).isZero();
    }
  }

  private static ReleasePlan version(ReleasePlan of, String per, String partner, String terms) {
    StatisticsPlan plan = StatisticsPlans.statistics();
    StatisticsPlan now =
        new StatisticsPlan(
            plan.uid(),
            plan.window(),
            plan.lateness(),
            plan.groupBy(),
            plan.measures(),
            plan.perSubject(),
            new BudgetPlan(plan.budget().epsilon(), plan.budget().delta(), per),
            plan.postProcess(),
            terms);
    return new ReleasePlan(
        of.agreement(),
        "2.0.0",
        partner,
        of.release(),
        of.kind(),
        of.topic(),
        of.status(),
        of.from(),
        of.to(),
        null,
        of.retention(),
        null,
        of.stages(),
        null,
        now,
        of.output(),
        List.of(),
        null,
        of.digest());
  }
}
