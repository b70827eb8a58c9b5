package dev.weir.operators.stage;

import dev.weir.operators.cohort.CohortRow;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.cohort.Completion;
import dev.weir.operators.meter.CountingFunction;
import dev.weir.operators.meter.InternalMeters;
import dev.weir.operators.meter.MeterSettings;
import dev.weir.operators.metrics.ReleaseCounts;
import dev.weir.operators.metrics.RiskAlerts;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.state.CohortSubjectSerializer;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.privacy.cohort.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.runtime.state.StateInitializationContext;
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
  static final int STATE_VERSION = 5;

  private final ReleasePlan release;
  private final RecordFormat format;
  private final WallClock clock;
  private final boolean gated;
  private final boolean commanded;
  private transient boolean shut;
  private final @Nullable MeterSettings metering;
  private transient @Nullable InternalMeters meters;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient Map<Integer, CohortRegion> regions;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient RegionLoader loader;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient CohortWatch watch;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient InternalTimerService<VoidNamespace> timers;

  /**
   * @param release of cohorts
   * @param clock that rows leave by
   * @param gated whether the job has checkpoints
   * @param commanded whether people may have to be forgotten: after a start nothing leaves before
   *     the checkpoint by whose barrier all word of them has come, for the state may be older
   * @param metering how what is counted is told; null: nobody is told
   */
  public CohortOperator(
      ReleasePlan release,
      RecordFormat format,
      WallClock clock,
      boolean gated,
      boolean commanded,
      @Nullable MeterSettings metering) {
    this.metering = metering;
    this.release = release;
    this.format = format;
    this.clock = clock;
    this.gated = gated;
    this.commanded = commanded;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    shut = gated && commanded && context.isRestored();
  }

  @Override
  public void open() throws Exception {
    super.open();
    regions = new HashMap<>();
    CohortSpace space = CohortSpace.of(release);
    ReleaseCounts counts = ReleaseCounts.register(getRuntimeContext(), release);
    watch = watch(space);
    meters = metering == null ? null : InternalMeters.ofRelease(metering, release, counts);
    loader = loader(space, new LeavingRows(release, counts, watch, clock, this::collect));
    timers = getInternalTimerService("hold", VoidNamespaceSerializer.INSTANCE, this);
    if (gated) {
      requireRocksDb();
      getProcessingTimeService().registerTimer(timers.currentProcessingTime(), t -> awaken());
    }
  }

  private RegionLoader loader(CohortSpace space, CohortRegion.Out out) {
    Completion completion = new Completion(space, format.boxForm(release), release.restrained());
    return new RegionLoader(release, space, completion, getRuntimeContext(), clock, out, gated);
  }

  private void collect(OutputRecord record) {
    if (record.origin() == null) {
      output.collect(new StreamRecord<>(record));
    } else {
      output.collect(Restrained.RECORDS, new StreamRecord<>(record));
    }
  }

  private CohortWatch watch(CohortSpace space) throws Exception {
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
    for (int key : CohortRegions.with(this, RegionLoader.PLAN.getName())) {
      setCurrentKey(key);
      schedule(region(key));
    }
  }

  private CohortRegion region(int key) throws Exception {
    CohortRegion known = regions.get(key);
    if (known == null) {
      known = loader.load(key, timers.currentProcessingTime(), shut);
      regions.put(key, known);
    }
    return known;
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
      meters.tell(metering.part("c", subtask, checkpoint), this::collect);
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
    Row row = arrived.row();
    if (row != null) {
      CohortRegion region = region(arrived.region());
      region.offer(row, timers.currentProcessingTime());
      schedule(region);
    } else if (loader.isThere()) {
      CohortRegion region = region(arrived.region());
      region.forget(arrived.subject());
      schedule(region);
    }
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
    shut = false;
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
}
