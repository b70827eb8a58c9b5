package dev.weir.operators.stage.statistics;

import dev.weir.operators.meter.CountingFunction;
import dev.weir.operators.meter.InternalMeters;
import dev.weir.operators.metrics.StatisticsCounts;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.state.CohortSubjectSerializer;
import dev.weir.operators.state.PersonBoundsSerializer;
import dev.weir.operators.state.PlaceSerializer;
import dev.weir.operators.state.StreamType;
import dev.weir.operators.statistics.PartialSums;
import dev.weir.operators.statistics.PersonBounds;
import dev.weir.operators.statistics.Place;
import dev.weir.operators.statistics.StatisticsRow;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.ledger.Span;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Holds the people of one release to what one may add, and sums what is added. Keyed by shards of
 * people. Sums are in memory between two barriers alone: ahead of each, and of each watermark by
 * which a window is over, they go on to where they are kept; so that however many records a group
 * has, few sums of it travel.
 */
public final class BoundingOperator extends AbstractStreamOperator<PartialSums>
    implements OneInputStreamOperator<StatisticsRow, PartialSums>,
        Triggerable<Integer, Place>,
        BoundedOneInput {
  private static final long serialVersionUID = 1L;

  /** Counts the forms that the state has had; each has a file in the tests' resources. */
  static final int STATE_VERSION = 1;

  /** What the owner is told of what was counted here. */
  public static final OutputTag<OutputRecord> TOLD =
      new OutputTag<>("told of bounds", StreamType.OUTPUT_RECORD);

  private static final MapStateDescriptor<Subject, PersonBounds> PEOPLE =
      new MapStateDescriptor<>(
          "people", CohortSubjectSerializer.INSTANCE, PersonBoundsSerializer.INSTANCE);

  private final ReleasePlan plan;
  private final StatisticsSettings settings;
  private transient @Nullable InternalMeters meters;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient CountedRelease release;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient PersonBounds.Room room;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient RecentPeople recent;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient LevelSums pending;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient StatisticsCounts counts;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient InternalTimerService<Place> timers;

  /** By period the shards for which its end is known to be waited for. */
  @SuppressWarnings("NullAway.Init") // set in open
  private transient Map<Span, BitSet> awaited;

  private long watermark = Long.MIN_VALUE;

  /**
   * @param plan of a release of statistics
   */
  public BoundingOperator(ReleasePlan plan, StatisticsSettings settings) {
    this.plan = plan;
    this.settings = settings;
  }

  @Override
  public void open() throws Exception {
    super.open();
    release = CountedRelease.of(plan);
    StatisticsPlan.Bounds bounds = release.statistics().perSubject();
    room = new PersonBounds.Room(bounds.records(), bounds.groups(), bounds.windows());
    pending = new LevelSums(plan, sums -> output.collect(new StreamRecord<>(sums)));
    counts = StatisticsCounts.register(getRuntimeContext(), plan);
    meters =
        settings.meter() == null
            ? null
            : InternalMeters.ofRelease(settings.meter(), plan, counts.counts());
    timers = getInternalTimerService("period", PlaceSerializer.INSTANCE, this);
    awaited = new HashMap<>();
    recent = new RecentPeople(RecentPeople.MOST);
    watermark = Long.MIN_VALUE;
  }

  @Override
  public void processElement(StreamRecord<StatisticsRow> element) throws Exception {
    note();
    StatisticsRow row = element.getValue();
    boolean counted = false;
    boolean bounded = false;
    for (Span window : release.windows().of(row.eventTime())) {
      if (isOpen(window, element)) {
        boolean added = add(window, element, !counted);
        counted |= added;
        bounded |= !added;
      }
    }
    if (!counted) {
      tell(bounded);
    }
  }

  private void tell(boolean bounded) {
    if (bounded) {
      counts.bounded();
    } else {
      counts.late(1);
    }
  }

  /**
   * By the record's own two times; one whose append time nobody knows belongs to no window. In a
   * run over files by the days that it is of. Append times rise within a partition, so that the
   * watermark has passed no window's end before a record that belongs to it; where a broker's clock
   * went back, it is too late for what was drawn.
   */
  private boolean isOpen(Span window, StreamRecord<StatisticsRow> element) {
    if (!settings.gated()) {
      Span days = settings.days();
      return days == null || (window.from() >= days.from() && window.to() <= days.to());
    }
    long due = release.windows().due(window);
    long appended = element.getTimestamp();
    return appended != Long.MIN_VALUE && appended < due && watermark < due;
  }

  /**
   * Adds a record to a window, if its person has room.
   *
   * @param counts whether the record is counted with this window
   */
  private boolean add(Span window, StreamRecord<StatisticsRow> element, boolean counts)
      throws Exception {
    StatisticsRow row = element.getValue();
    Span period = release.windows().period(window);
    Subject person = new Subject(row.personHigh(), row.personLow());
    PersonBounds before = known(period, person);
    long whole = release.windows().whole(window).from();
    PersonBounds.Attempt attempt = before.add(whole, recent.name(row.group()), room);
    if (!(attempt instanceof PersonBounds.Attempt.Added added)) {
      return false;
    }
    people(period).put(person, added.now());
    recent.put(period, person, added.now());
    await(row.shard(), period);
    pending.finest().add(window, row, added.newcomer(), counts);
    addToCoarser(before, element);
    return true;
  }

  private PersonBounds known(Span period, Subject person) throws Exception {
    PersonBounds recently = recent.get(period, person);
    if (recently != null) {
      return recently;
    }
    PersonBounds kept = people(period).get(person);
    PersonBounds known = kept == null ? PersonBounds.none() : kept.named(recent::name);
    recent.put(period, person, known);
    return known;
  }

  private MapState<Subject, PersonBounds> people(Span period) throws Exception {
    return getPartitionedState(place(period), PlaceSerializer.INSTANCE, PEOPLE);
  }

  private Place place(Span period) {
    return new Place("", release.statistics().terms(), period);
  }

  /**
   * What windows of the finest size let in is added to the coarser ones that they are parts of. All
   * windows of the period that its person was in are known, and so whether it is new to theirs.
   */
  private void addToCoarser(PersonBounds before, StreamRecord<StatisticsRow> element) {
    StatisticsRow row = element.getValue();
    for (LevelSums.CoarserSums coarser : pending.coarser()) {
      Span window = coarser.release().windows().at(row.eventTime());
      if (isOpen(window, element)) {
        coarser.sums().add(window, row, !before.has(window, row.group()), false);
      }
    }
  }

  /** What people have added is forgotten when their period is over. */
  private void await(int shard, Span period) {
    if (!settings.gated()) {
      return;
    }
    BitSet shards = awaited.computeIfAbsent(period, none -> new BitSet());
    if (!shards.get(shard)) {
      shards.set(shard);
      timers.registerEventTimeTimer(place(period), release.windows().dueOfAll(period));
    }
  }

  @Override
  public void onEventTime(InternalTimer<Integer, Place> timer) throws Exception {
    getPartitionedState(timer.getNamespace(), PlaceSerializer.INSTANCE, PEOPLE).clear();
    awaited.remove(timer.getNamespace().span());
  }

  /** There are none: periods end by the clock of the broker. */
  @Override
  public void onProcessingTime(InternalTimer<Integer, Place> timer) {}

  /** A job that is drained has not read to the end of time: what is open stays so. */
  @Override
  public void processWatermark(Watermark mark) throws Exception {
    boolean drained = settings.gated() && mark.getTimestamp() == Long.MAX_VALUE;
    if (drained || mark.getTimestamp() >= pending.due()) {
      pending.flush();
    }
    if (drained) {
      output.emitWatermark(mark);
    } else {
      watermark = mark.getTimestamp();
      super.processWatermark(mark);
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
    pending.flush();
    tell(checkpoint);
  }

  @Override
  public void endInput() {
    pending.flush();
    tell(CountingFunction.END);
  }

  /** Ahead of whatever is counted: it belongs to this time. */
  private void note() {
    if (meters != null) {
      meters.at(settings.clock().millis());
    }
  }

  private void tell(long checkpoint) {
    if (meters != null && settings.meter() != null) {
      int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
      meters.tell(
          settings.meter().part("b", subtask, checkpoint),
          record -> output.collect(TOLD, new StreamRecord<>(record)));
    }
  }
}
