package dev.weir.operators.stage;

import dev.weir.operators.cohort.CohortRow;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.cohort.Completion;
import dev.weir.operators.cohort.DecidedRow;
import dev.weir.operators.meter.CountingFunction;
import dev.weir.operators.meter.InternalMeters;
import dev.weir.operators.meter.MeterSettings;
import dev.weir.operators.metrics.ReleaseCounts;
import dev.weir.operators.metrics.RiskAlerts;
import dev.weir.operators.metrics.Standing;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.Reason;
import dev.weir.operators.state.CohortSubjectSerializer;
import dev.weir.operators.state.DecidedRowSerializer;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.privacy.cohort.Formation;
import dev.weir.privacy.cohort.MemoryPages;
import dev.weir.privacy.cohort.Outcome;
import dev.weir.privacy.cohort.Pages;
import dev.weir.privacy.cohort.Policy;
import dev.weir.privacy.cohort.Row;
import dev.weir.privacy.cohort.Subject;
import dev.weir.tokenization.LengthPrefixed;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Forms the crowds of one release, and lets its rows out in them. Keyed by region, never by person:
 * k people are counted where they can be found together.
 *
 * <p>With checkpoints its state is in RocksDB, and rows wait for the checkpoint that holds the
 * decision about them; a region's cohorts and waiting rows are in memory besides. Without (a file's
 * run) all is in memory, and rows leave when they are decided.
 */
public final class CohortOperator extends AbstractStreamOperator<OutputRecord>
    implements OneInputStreamOperator<CohortRow, OutputRecord>,
        Triggerable<Integer, VoidNamespace>,
        BoundedOneInput {
  private static final long serialVersionUID = 1L;

  /** Counts the forms that the state has had; each has a file in the tests' resources. */
  static final int STATE_VERSION = 3;

  private static final MapStateDescriptor<Long, DecidedRow> DECIDED =
      new MapStateDescriptor<>(
          "cohort-decided", LongSerializer.INSTANCE, DecidedRowSerializer.INSTANCE);

  private static final MapStateDescriptor<Long, DecidedRow> PACED =
      new MapStateDescriptor<>(
          "cohort-paced", LongSerializer.INSTANCE, DecidedRowSerializer.INSTANCE);

  private static final ValueStateDescriptor<String> PLAN =
      new ValueStateDescriptor<>("cohort-plan", StringSerializer.INSTANCE);

  private final ReleasePlan release;
  private final RecordFormat format;
  private final WallClock clock;
  private final boolean gated;
  private final @Nullable MeterSettings metering;
  private transient @Nullable InternalMeters meters;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient Map<Integer, CohortRegion> regions;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient CohortSpace space;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient Completion completion;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient CohortRegion.Out leaving;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient CohortWatch watch;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient InternalTimerService<VoidNamespace> timers;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient SecureRandom random;

  /**
   * @param release of cohorts
   * @param clock that rows leave by
   * @param gated whether the job has checkpoints
   */
  public CohortOperator(ReleasePlan release, RecordFormat format, WallClock clock, boolean gated) {
    this(release, format, clock, gated, null);
  }

  /**
   * As above.
   *
   * @param metering how what is counted is told; null: nobody is told
   */
  public CohortOperator(
      ReleasePlan release,
      RecordFormat format,
      WallClock clock,
      boolean gated,
      @Nullable MeterSettings metering) {
    this.metering = metering;
    this.release = release;
    this.format = format;
    this.clock = clock;
    this.gated = gated;
  }

  @Override
  public void open() throws Exception {
    super.open();
    regions = new HashMap<>();
    random = new SecureRandom();
    space = CohortSpace.of(release);
    completion = new Completion(space, format.boxForm(release));
    watch = watch();
    ReleaseCounts counts = ReleaseCounts.register(getRuntimeContext(), release);
    meters = metering == null ? null : InternalMeters.ofRelease(metering, release, counts);
    leaving =
        new Leaving(
            new Departure(release, null),
            counts,
            watch,
            Instant.parse(release.to()).toEpochMilli());
    timers = getInternalTimerService("hold", VoidNamespaceSerializer.INSTANCE, this);
    if (gated) {
      requireRocksDb();
      getProcessingTimeService().registerTimer(timers.currentProcessingTime(), t -> awaken());
    }
  }

  private CohortWatch watch() throws Exception {
    RuntimeContext context = getRuntimeContext();
    return gated
        ? CohortWatch.ofStream(context, release, space, risk())
        : CohortWatch.ofFile(context, release, space);
  }

  /** What was measured under a bound that the agreement sets no longer expires, too. */
  private CohortRisk risk() throws Exception {
    CohortPlan.RiskBounds bounds = Objects.requireNonNull(release.cohort()).risk();
    return CohortExpiry.open(
        this,
        subject ->
            getPartitionedState(subject, CohortSubjectSerializer.INSTANCE, CohortRisk.EXPIRES),
        bounds == null ? null : RiskAlerts.register(getRuntimeContext(), release, bounds),
        CohortPolicy.retention(release, clock.millis()));
  }

  private void requireRocksDb() {
    String backend = getKeyedStateBackend().getBackendTypeIdentifier();
    if (!backend.equals("rocksdb")) {
      throw new IllegalStateException("the state of cohorts is kept in rocksdb, not in " + backend);
    }
  }

  /** Regions that nothing comes to let out what they held, too. */
  private void awaken() throws Exception {
    note();
    for (int key : CohortRegions.with(this, PLAN.getName())) {
      setCurrentKey(key);
      schedule(region(key));
    }
  }

  private CohortRegion region(int key) throws Exception {
    CohortRegion known = regions.get(key);
    if (known == null) {
      known = loaded(key);
      regions.put(key, known);
    }
    return known;
  }

  private CohortRegion loaded(int key) throws Exception {
    CohortPlan plan = Objects.requireNonNull(release.cohort());
    Policy policy = CohortPolicy.of(plan, clock.millis());
    CohortGate gate = new CohortGate(getRuntimeContext().getMapState(DECIDED));
    CohortPace pace = pace(plan);
    Pages pages = gated ? restored(plan, gate, pace) : new MemoryPages();
    Formation formation = new Formation(space.space(), policy, context(key), pages);
    return new CohortRegion(formation, gate, pace, completion, leaving, gated);
  }

  private CohortPace pace(CohortPlan plan) throws Exception {
    return new CohortPace(
        CohortPolicy.pace(plan),
        getRuntimeContext().getMapState(PACED),
        random,
        timers.currentProcessingTime(),
        row -> leaving.leave(row.completed()));
  }

  /** What the state holds, as far as it is of this plan. */
  private Pages restored(CohortPlan plan, CohortGate gate, CohortPace pace) throws Exception {
    ValueState<String> planned = getRuntimeContext().getState(PLAN);
    CohortPages pages = new CohortPages(getRuntimeContext());
    String before = planned.value();
    CohortTerms terms = CohortTerms.of(plan);
    if (before != null) {
      leaving.withhold(
          Reason.AGREEMENT_CHANGED, terms.keep(CohortTerms.parse(before), pages, gate, pace));
    }
    planned.update(terms.text());
    gate.restored(pace::leave);
    return pages;
  }

  /** What the ids of its cohorts, and so its tokens, are bound to. */
  private byte[] context(int key) {
    return LengthPrefixed.encode(
        "weir/1",
        "cohort",
        "partner:" + release.partner(),
        "agreement:" + release.agreement(),
        release.release(),
        Integer.toString(key));
  }

  /** Ahead of whatever is counted: it belongs to this time. */
  private void note() {
    if (meters != null) {
      meters.at(clock.millis());
    }
  }

  private void tell(long checkpoint) {
    if (meters != null && metering != null) {
      int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
      meters.tell(
          metering.part("c", subtask, checkpoint),
          record -> output.collect(new StreamRecord<>(record)));
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) {
    tell(checkpoint);
  }

  @Override
  public void processElement(StreamRecord<CohortRow> element) throws Exception {
    note();
    CohortRow arrived = element.getValue();
    CohortRegion region = region(arrived.region());
    Row row = arrived.row();
    if (row == null) {
      region.forget(arrived.subject());
    } else {
      region.offer(row, timers.currentProcessingTime());
    }
    schedule(region);
  }

  private void schedule(CohortRegion region) {
    region
        .earlierTimer()
        .ifPresent(due -> timers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, due));
  }

  @Override
  public void onProcessingTime(InternalTimer<Integer, VoidNamespace> timer) throws Exception {
    note();
    CohortRegion region = region(timer.getKey());
    region.advance(timers.currentProcessingTime());
    schedule(region);
  }

  /** There are none: a row's time is up by the clock. */
  @Override
  public void onEventTime(InternalTimer<Integer, VoidNamespace> timer) {}

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    regions.values().forEach(region -> region.barrier(context.getCheckpointId()));
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) throws Exception {
    super.notifyCheckpointComplete(checkpoint);
    note();
    for (Map.Entry<Integer, CohortRegion> region : regions.entrySet()) {
      setCurrentKey(region.getKey());
      region.getValue().complete(checkpoint);
      schedule(region.getValue());
    }
  }

  @Override
  public void endInput() throws Exception {
    for (Map.Entry<Integer, CohortRegion> region : regions.entrySet()) {
      note();
      setCurrentKey(region.getKey());
      region.getValue().finish(timers.currentProcessingTime());
    }
    tell(CountingFunction.END);
    watch.end();
  }

  /** Rows that leave, unless the agreement has ended meanwhile. */
  private final class Leaving implements CohortRegion.Out {
    private final Departure departure;
    private final ReleaseCounts counts;
    private final CohortWatch watch;
    private final long end;

    Leaving(Departure departure, ReleaseCounts counts, CohortWatch watch, long end) {
      this.departure = departure;
      this.counts = counts;
      this.watch = watch;
      this.end = end;
    }

    @Override
    public void leave(Completion.Completed row) {
      long now = clock.millis();
      if (now >= end) {
        counts.refused(Reason.OUTSIDE_PERIOD);
        return;
      }
      counts.released();
      output.collect(
          new StreamRecord<>(
              departure.record(row.key(), row.value(), row.partition(), row.offset(), now)));
    }

    @Override
    public void withhold(Reason reason, int rows) {
      for (int row = 0; row < rows; row++) {
        counts.refused(reason);
      }
    }

    @Override
    public void decided(Outcome outcome, long now) throws Exception {
      watch.decided(outcome, now);
    }

    @Override
    public void forget(Subject subject) throws Exception {
      watch.forget(subject);
    }

    @Override
    public void stands(Standing change) {
      watch.stands(change);
    }
  }
}
