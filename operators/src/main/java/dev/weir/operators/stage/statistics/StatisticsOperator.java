package dev.weir.operators.stage.statistics;

import dev.weir.operators.meter.CountingFunction;
import dev.weir.operators.metrics.StatisticsCounts;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.Reason;
import dev.weir.operators.stage.Departure;
import dev.weir.operators.stage.Restrained;
import dev.weir.operators.state.PlaceSerializer;
import dev.weir.operators.statistics.DrawnRow;
import dev.weir.operators.statistics.DrawnWindow;
import dev.weir.operators.statistics.LedgerRow;
import dev.weir.operators.statistics.PartialSums;
import dev.weir.operators.statistics.Place;
import dev.weir.operators.statistics.Sums;
import dev.weir.plan.BudgetPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.privacy.budget.Conversion;
import dev.weir.privacy.budget.EpsilonDelta;
import dev.weir.privacy.ledger.Span;
import dev.weir.privacy.ledger.Spent;
import dev.weir.privacy.opendp.OpenDp;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sums what is added to the windows of a product's statistics; when one is over, charges it, draws
 * it once, and lets its rows out when the checkpoint is complete that holds them. One key, so that
 * one ledger sees all partners.
 *
 * <p>A window is over when the clock of the broker has passed its end and lateness, which
 * watermarks tell; never by what records say of themselves. In a run over files it is over when
 * they end.
 */
public final class StatisticsOperator extends AbstractStreamOperator<OutputRecord>
    implements OneInputStreamOperator<PartialSums, OutputRecord>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  /** The key of everything. */
  public static final int KEY = 0;

  /** Counts the forms that the state has had; each has a file in the tests' resources. */
  static final int STATE_VERSION = 1;

  private static final long DAY = 86_400_000;

  private final String product;
  private final List<ReleasePlan> plans;
  private final StatisticsSettings settings;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient OpenDp library;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient Map<String, DrawnRelease> releases;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient TellOfWindows told;

  private transient @Nullable Awake awake;

  /** What is made of the state, once it may be looked at. */
  private record Awake(
      OpenWindows open, ChargedWindows ledger, Schedule schedule, DrawnRows drawn) {}

  /**
   * @param product id of the product
   * @param plans of its releases of statistics
   */
  public StatisticsOperator(String product, List<ReleasePlan> plans, StatisticsSettings settings) {
    this.product = product;
    this.plans = new ArrayList<>(plans);
    this.settings = settings;
  }

  @Override
  public void open() throws Exception {
    super.open();
    library = OpenDp.load();
    releases = new LinkedHashMap<>(); // in the order of the plan
    told = new TellOfWindows(settings.meter());
    for (ReleasePlan plan : plans) {
      StatisticsCounts counts = StatisticsCounts.register(getRuntimeContext(), plan);
      List<CountedRelease> levels = CountedRelease.all(plan);
      for (CountedRelease level : levels) {
        releases.put(level.name(), new DrawnRelease(product, level, draw(level, levels), counts));
      }
      told.add(plan, counts.counts());
    }
    if (settings.gated()) {
      getProcessingTimeService()
          .registerTimer(getProcessingTimeService().getCurrentProcessingTime(), t -> awake());
    }
  }

  private Draw draw(CountedRelease release, List<CountedRelease> levels) {
    if (release.windows().running()) {
      return new RunningDraw(release, new TotalsState(this::state));
    } else if (release.level().sums()) {
      return new SummedDraw(release);
    }
    List<CountedRelease> sums = levels.stream().filter(level -> level.level().sums()).toList();
    return new WindowDraw(release, sums, new KnownState(this::state), this::add);
  }

  private <K, V> MapState<K, V> state(Place place, MapStateDescriptor<K, V> what) throws Exception {
    return getPartitionedState(place, PlaceSerializer.INSTANCE, what);
  }

  /** The state, which has one key; what it let wait leaves, and each release goes on. */
  private Awake awake() throws Exception {
    setCurrentKey(KEY);
    if (awake == null) {
      DrawnRows drawn = new DrawnRows(this::state, this::leave);
      Awake now =
          new Awake(
              new OpenWindows(this::state),
              new ChargedWindows(this::state, settings, ceiling()),
              new Schedule(this::state),
              drawn);
      awake = now;
      told.at(settings.clock().millis());
      drawn.restored(this::leaveUnlessItHas);
      now.schedule().forgetOthers(releases.keySet());
      for (ReleasePlan plan : plans) {
        resume(CountedRelease.all(plan), now);
      }
    }
    return awake;
  }

  private void resume(List<CountedRelease> levels, Awake now) throws Exception {
    CountedRelease release = levels.get(0);
    Objects.requireNonNull(releases.get(release.name()))
        .counts()
        .refused(
            Reason.AGREEMENT_CHANGED,
            now.open().closeOthers(release.name(), release.statistics().terms()));
    if (settings.gated()) {
      now.schedule().resume(levels, settings.start(), settings.clock().millis());
    }
  }

  private @Nullable Spent ceiling() {
    BudgetPlan most = settings.ceiling();
    if (most == null) {
      return null;
    }
    double delta = most.delta().doubleValue();
    return new Spent(Conversion.rho(new EpsilonDelta(most.epsilon().doubleValue(), delta)), delta);
  }

  @Override
  public void processElement(StreamRecord<PartialSums> element) throws Exception {
    add(element.getValue());
  }

  private void add(PartialSums sums) throws Exception {
    Awake now = awake();
    DrawnRelease of = releases.get(sums.release());
    if (of != null && (!settings.gated() || now.schedule().awaits(of.release(), sums.window()))) {
      now.open().add(sums);
    } else if (of != null) {
      told.at(settings.clock().millis());
      of.counts().late(sums.records()); // its window began before the job did, or was drawn
    }
  }

  /** A job that is drained has not read to the end of time: what is open stays so. */
  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (settings.gated() && mark.getTimestamp() != Long.MAX_VALUE) {
      drawUntil(mark.getTimestamp());
    }
    super.processWatermark(mark);
  }

  /** In the order of the calendar, so that the ledger is asked in the same order by every run. */
  private void drawUntil(long time) throws Exception {
    Awake now = awake();
    DrawnRelease earliest = earliest(now.schedule(), time);
    while (earliest != null) {
      Span window = now.schedule().of(earliest.release());
      if (window != null) {
        draw(earliest, window);
        now.schedule().drawn(earliest.release(), window);
      }
      earliest = earliest(now.schedule(), time);
    }
  }

  private @Nullable DrawnRelease earliest(Schedule schedule, long time) {
    DrawnRelease earliest = null;
    long least = Long.MAX_VALUE;
    for (DrawnRelease of : releases.values()) {
      Span window = schedule.of(of.release());
      long due = window == null ? Long.MAX_VALUE : of.release().windows().due(window);
      boolean sooner =
          due < least
              || (due == least
                  && earliest != null
                  && of.release().name().compareTo(earliest.release().name()) < 0);
      if (window != null && due <= time && sooner) {
        earliest = of;
        least = due;
      }
    }
    return earliest;
  }

  private void draw(DrawnRelease of, Span window) throws Exception {
    Awake now = awake();
    long clock = settings.clock().millis();
    told.at(clock);
    Place place = of.place(window);
    Map<String, Sums> sums = now.open().of(place);
    long records = sums.values().stream().mapToLong(Sums::records).sum();
    LedgerRow charge = now.ledger().anew(of.charge(window));
    Spent before = now.ledger().spent(charge.charge().account());
    Reason refused = of.refusal(charge, now.ledger(), clock);
    if (refused == null) {
      of.counts().aggregated(records);
      Spent after = now.ledger().spent(charge.charge().account());
      List<byte[]> rows = of.rows(library, window, sums, after);
      decided(drawn(of.release().name(), charge, of.epsilon(before, after), rows));
    } else {
      of.counts().refused(refused, records);
      of.counts().windowWithheld(refused);
    }
    now.open().close(place);
  }

  /** The loss of a window is told with its first row. */
  private static DrawnWindow drawn(
      String release, LedgerRow charge, long epsilon, List<byte[]> values) {
    List<DrawnRow> rows = new ArrayList<>(values.size());
    for (byte[] value : values) {
      rows.add(DrawnRow.of(release, rows.isEmpty() ? epsilon : 0, value));
    }
    return new DrawnWindow(DrawnRow.charge(charge), rows);
  }

  private void decided(DrawnWindow window) throws Exception {
    if (settings.gated()) {
      awake().drawn().add(window);
    } else {
      leave(window);
    }
  }

  /**
   * Of a window whose charge is committed the rows are as well: an older state than the newest does
   * not know it.
   */
  private void leaveUnlessItHas(DrawnWindow window) {
    boolean has =
        settings.charged().stream()
            .anyMatch(row -> row.committed() && row.key().equals(window.charge().key()));
    if (!has) {
      leave(window);
      return;
    }
    for (DrawnRow row : window.rows()) {
      DrawnRelease of = releases.get(row.release());
      if (of != null) {
        of.counts().rowsWithheld(Reason.ALREADY_CHARGED, 1);
      }
    }
  }

  /** What is charged is told with the rows, in one transaction, unless a quota keeps them back. */
  private void leave(DrawnWindow window) {
    long now = settings.clock().millis();
    byte[] key = window.charge().key().getBytes(StandardCharsets.UTF_8);
    byte[] charge = window.charge().value();
    long minute = Departure.minute(now);
    output.collect(
        new StreamRecord<>(
            new OutputRecord(settings.ledgerTopic(), key, charge, minute, List.of())));
    DrawnRelease of = window.rows().isEmpty() ? null : releases.get(window.rows().get(0).release());
    if (of == null) {
      return;
    }
    for (OutputRecord row : of.leaving(window, now)) {
      if (of.isRestrained()) {
        output.collect(Restrained.RECORDS, new StreamRecord<>(row));
      } else {
        output.collect(new StreamRecord<>(row));
      }
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) {
    tell(checkpoint);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    if (awake != null) {
      awake.drawn().barrier(context.getCheckpointId());
    }
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) throws Exception {
    super.notifyCheckpointComplete(checkpoint);
    if (awake != null) {
      told.at(settings.clock().millis());
      awake().drawn().complete(checkpoint);
    }
  }

  /** A run over files draws all windows of its days; of a drained job what is open stays so. */
  @Override
  public void endInput() throws Exception {
    if (!settings.gated()) {
      Awake now = awake();
      Span days = settings.days() == null ? days(now.open().places()) : settings.days();
      for (DrawnRelease of : releases.values()) {
        if (days != null && of.release().active()) {
          drawAll(of, days);
        }
      }
    }
    tell(CountingFunction.END);
  }

  private void drawAll(DrawnRelease of, Span days) throws Exception {
    Span window = of.release().windows().first(days.from());
    while (window.to() <= days.to()) {
      draw(of, window);
      window = of.release().windows().next(window);
    }
  }

  /** The days that hold all windows in which something is; null: there are none. */
  private static @Nullable Span days(List<Place> open) {
    if (open.isEmpty()) {
      return null;
    }
    long from = open.stream().mapToLong(place -> place.span().from()).min().orElseThrow();
    long to = open.stream().mapToLong(place -> place.span().to()).max().orElseThrow();
    return new Span(Math.floorDiv(from, DAY) * DAY, -Math.floorDiv(-to, DAY) * DAY);
  }

  private void tell(long checkpoint) {
    int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    told.tell(subtask, checkpoint, record -> output.collect(new StreamRecord<>(record)));
  }
}
