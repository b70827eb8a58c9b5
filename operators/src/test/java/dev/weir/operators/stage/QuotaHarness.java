package dev.weir.operators.stage;

import dev.weir.config.agreement.CohortMode;
import dev.weir.operators.metrics.ReleaseTally;
import dev.weir.operators.metrics.StatisticsTally;
import dev.weir.operators.record.Origin;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.stage.statistics.StatisticsPlans;
import dev.weir.operators.state.StreamType;
import dev.weir.plan.JobPlan;
import dev.weir.plan.QuotaPlan;
import dev.weir.plan.QuotaPlan.Hold;
import dev.weir.plan.QuotaPlan.Limits;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.SinkPlan;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** A quota operator whose clock is the harness's own; records are numbers. */
final class QuotaHarness implements AutoCloseable {

  static final int MAX_PARALLELISM = 720;
  static final int K = 3;
  static final long START = Instant.parse("2026-03-01T08:00:00Z").toEpochMilli();
  static final ReleasePlan RECORDS = TestPlans.release("acme");
  static final ReleasePlan CROWDS = CohortHarness.release(CohortMode.STABLE);

  static final ReleasePlan STATISTICS = StatisticsPlans.release(StatisticsPlans.statistics());

  private static long now;

  final KeyedOneInputStreamOperatorTestHarness<String, OutputRecord, OutputRecord> flink;
  final SeenMetrics metrics = new SeenMetrics();
  private final ReleasePlan release;
  private final Departure departure;

  private QuotaHarness(
      ReleasePlan release,
      List<QuotaPlan> quotas,
      boolean live,
      boolean commanded,
      int of,
      int subtask,
      @Nullable OperatorSubtaskState state)
      throws Exception {
    this.release = release;
    this.departure = new Departure(release, null);
    JobPlan plan =
        new JobPlan(
            "g",
            List.of(TestPlans.product(release)),
            SinkPlan.of("g", "weir", List.of(release.topic())),
            null,
            List.of(),
            quotas);
    flink =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new QuotaOperator(plan, () -> START + now, live, commanded, null),
            Restrained::agreement,
            Types.STRING,
            metrics.environment(MAX_PARALLELISM, of, subtask));
    if (live) {
      flink.setStateBackend(new EmbeddedRocksDBStateBackend());
    }
    flink.setup(StreamType.OUTPUT_RECORD.createSerializer(new SerializerConfigImpl()));
    if (state != null) {
      flink.initializeState(state);
    }
    flink.setProcessingTime(now);
    flink.open();
    flink.setProcessingTime(now);
  }

  /** From the start on. */
  static QuotaHarness open(ReleasePlan release, Limits limits) throws Exception {
    now = 0;
    return new QuotaHarness(release, quota(release, limits), true, true, 1, 0, null);
  }

  static QuotaHarness ofFile(ReleasePlan release, Limits limits) throws Exception {
    now = 0;
    return new QuotaHarness(release, quota(release, limits), false, false, 1, 0, null);
  }

  /**
   * Goes on from a state.
   *
   * @param limits null: the agreement has no quota any more
   */
  static QuotaHarness restore(
      ReleasePlan release, @Nullable Limits limits, OperatorSubtaskState state, int of, int subtask)
      throws Exception {
    List<QuotaPlan> quotas = limits == null ? List.of() : quota(release, limits);
    return new QuotaHarness(release, quotas, true, false, of, subtask, state);
  }

  /** Goes on from a state, as a job does whose owner may purge subjects. */
  static QuotaHarness commanded(ReleasePlan release, Limits limits, OperatorSubtaskState state)
      throws Exception {
    return new QuotaHarness(release, quota(release, limits), true, true, 1, 0, state);
  }

  private static List<QuotaPlan> quota(ReleasePlan release, Limits limits) {
    return List.of(
        new QuotaPlan(release.agreement(), List.of(new QuotaPlan.Version(null, limits))));
  }

  static Limits hold(long perSecond, long atMost, String duration) {
    return new Limits(perSecond, null, null, null, null, null, "hold", new Hold(atMost, duration));
  }

  static Limits reject(long perSecond) {
    return new Limits(perSecond, null, null, null, null, null, "reject", null);
  }

  static long now() {
    return now;
  }

  /** A record of that number, of an event of now. */
  void offer(long number) throws Exception {
    offer(number, START + now, null);
  }

  void offer(long number, long eventTime, Origin.@Nullable Member member) throws Exception {
    offer(number, new Origin(eventTime, member));
  }

  /** A record of that number, of that person. */
  void offerOf(long number, long person) throws Exception {
    offer(number, new Origin(START + now, null, name(person)));
  }

  static ValueName name(long person) {
    return new ValueName(person, person);
  }

  private void offer(long number, Origin origin) throws Exception {
    byte[] value = ByteBuffer.allocate(8).putLong(number).array();
    OutputRecord record = departure.record(new byte[0], value, 0, number, START + now);
    flink.processElement(new StreamRecord<>(record.of(origin)));
  }

  /** Says that a person is to be forgotten. */
  void forget(long person) throws Exception {
    flink.processElement(new StreamRecord<>(Restrained.forgetting(release, name(person))));
  }

  /** A row of that number, of a person in a crowd. */
  void row(long number, long crowd, long person) throws Exception {
    offer(number, START + now, new Origin.Member(crowd, crowd, person, person));
  }

  /** A row of a window, with an ε of one thousandth by the first. */
  void ofWindow(long number, long window, int rows, int row) throws Exception {
    Origin.Member member = Origin.Member.row(new ValueName(window, window), rows, row);
    offer(number, Origin.ofWindow(START + now, member, row == 0 ? 1_000_000 : 0));
  }

  /** The rows of a window, numbered from there. */
  void window(long first, long window, int rows) throws Exception {
    for (int row = 0; row < rows; row++) {
      ofWindow(first + row, window, rows, row);
    }
  }

  void passTo(long time) throws Exception {
    while (now < time) {
      now = Math.min(time, now + 5);
      flink.setProcessingTime(now);
    }
  }

  /** What has left, in its order. */
  List<Long> left() {
    return flink.extractOutputValues().stream().map(OutputRecord::offset).toList();
  }

  /** Rows of windows that were withheld, by reason. */
  Map<String, Long> rowsWithheld() {
    return StatisticsTally.of(release, Accumulated.of(flink)).rowsWithheld();
  }

  ReleaseTally tally() {
    return ReleaseTally.of(release, Accumulated.of(flink));
  }

  OperatorSubtaskState barrier(long checkpoint) throws Exception {
    flink.prepareSnapshotPreBarrier(checkpoint);
    return flink.snapshot(checkpoint, checkpoint);
  }

  @Override
  public void close() throws Exception {
    flink.close();
  }
}
