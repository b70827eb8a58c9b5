package dev.weir.operators.stage;

import dev.weir.operators.meter.CountingFunction;
import dev.weir.operators.meter.MeterSettings;
import dev.weir.operators.metrics.QuotaFigures;
import dev.weir.operators.quota.EffectiveLimits;
import dev.weir.operators.quota.FileAllowance;
import dev.weir.operators.quota.LiveAllowance;
import dev.weir.operators.quota.QuotaAccount;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.record.WaitingUnit;
import dev.weir.operators.state.QuotaAccountSerializer;
import dev.weir.operators.state.ValueNameSerializer;
import dev.weir.operators.state.WaitingUnitSerializer;
import dev.weir.plan.JobPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
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
 * Holds agreements to their quotas. Keyed by agreement: one subtask has all that an agreement may
 * let out, so that the limit is the whole job's. What is over waits in its state and not in the
 * stream, so that nothing else waits for it.
 */
public final class QuotaOperator extends AbstractStreamOperator<OutputRecord>
    implements OneInputStreamOperator<OutputRecord, OutputRecord>,
        Triggerable<String, VoidNamespace>,
        BoundedOneInput {

  private static final long serialVersionUID = 1L;

  /** Counts the forms that the state has had; each has a file in the tests' resources. */
  static final int STATE_VERSION = 3;

  private static final ValueStateDescriptor<QuotaAccount> ACCOUNT =
      new ValueStateDescriptor<>("quota-account", QuotaAccountSerializer.INSTANCE);
  private static final MapStateDescriptor<Long, WaitingUnit> WAITING =
      new MapStateDescriptor<>(
          "quota-waiting", LongSerializer.INSTANCE, WaitingUnitSerializer.INSTANCE);
  private static final MapStateDescriptor<ValueName, Long> SEEN =
      new MapStateDescriptor<>(
          "quota-crowds", ValueNameSerializer.INSTANCE, LongSerializer.INSTANCE);
  private static final MapStateDescriptor<ValueName, WaitingUnit> GATHERING =
      new MapStateDescriptor<>(
          "quota-gathering", ValueNameSerializer.INSTANCE, WaitingUnitSerializer.INSTANCE);

  private final JobPlan plan;
  private final WallClock clock;
  private final boolean live;
  private final boolean commanded;
  private final @Nullable MeterSettings metering;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient Map<String, Held> agreements;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient InternalTimerService<VoidNamespace> timers;

  private transient boolean barrier;

  /**
   * @param clock that records leave by
   * @param live whether quotas count by that clock, and hold; else by when records happened
   * @param commanded whether subjects may be purged: then what waited before a start waits until
   *     the first barrier, by which it is known of whom
   * @param metering how what is counted is told; null: nobody is told
   */
  public QuotaOperator(
      JobPlan plan,
      WallClock clock,
      boolean live,
      boolean commanded,
      @Nullable MeterSettings metering) {
    this.plan = plan;
    this.clock = clock;
    this.live = live;
    this.commanded = commanded;
    this.metering = metering;
  }

  /** An agreement of this subtask, and when it is looked at next. */
  private static final class Held {
    private final QuotaGate gate;
    private final QuotaReleases releases;
    private final @Nullable LiveAllowance allowance;
    private long timer = Long.MAX_VALUE;

    private Held(QuotaGate gate, QuotaReleases releases, @Nullable LiveAllowance allowance) {
      this.gate = gate;
      this.releases = releases;
      this.allowance = allowance;
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    agreements = new HashMap<>();
    timers = getInternalTimerService("quota", VoidNamespaceSerializer.INSTANCE, this);
    if (live) {
      getProcessingTimeService().registerTimer(timers.currentProcessingTime(), t -> awaken());
    }
  }

  /** Agreements of which nothing comes to let out what waits, too. */
  private void awaken() throws Exception {
    for (String agreement : restored()) {
      setCurrentKey(agreement);
      Held held = held(agreement);
      held.gate.advance(clock.millis());
      schedule(held);
    }
  }

  private List<String> restored() {
    try (Stream<String> keys =
        this.<String>getKeyedStateBackend().getKeys(ACCOUNT.getName(), VoidNamespace.INSTANCE)) {
      return keys.distinct().toList();
    }
  }

  private Held held(String agreement) throws Exception {
    Held known = agreements.get(agreement);
    if (known == null) {
      known = loaded(agreement);
      agreements.put(agreement, known);
      known.gate.restored(clock.millis());
    }
    return known;
  }

  private Held loaded(String agreement) throws Exception {
    RuntimeContext context = getRuntimeContext();
    QuotaAccount before = context.getState(ACCOUNT).value();
    QuotaAccount account = before == null ? QuotaAccount.EMPTY : before;
    LiveAllowance allowance = live ? new LiveAllowance(account) : null;
    QuotaReleases releases = QuotaReleases.open(agreement, plan, metering, context, clock.millis());
    QuotaGate gate =
        new QuotaGate(
            new EffectiveLimits(plan.quota(agreement).orElse(null)),
            allowance == null ? new FileAllowance() : allowance,
            releases,
            context.getMapState(WAITING),
            new QuotaCrowds(context.getMapState(SEEN), context.getMapState(GATHERING)),
            this::leave,
            account.first(),
            account.next());
    if (commanded && before != null && !barrier) {
      gate.shut();
    }
    Held held = new Held(gate, releases, allowance);
    register(agreement, held);
    return held;
  }

  private void register(String agreement, Held held) {
    LiveAllowance allowance = held.allowance;
    if (allowance != null) {
      plan.releases().stream()
          .filter(release -> release.agreement().equals(agreement))
          .findFirst()
          .ifPresent(
              release ->
                  QuotaFigures.register(
                      getRuntimeContext(),
                      release,
                      held.gate::held,
                      held.gate::waitsSince,
                      allowance::tokens,
                      clock::millis));
    }
  }

  private void leave(OutputRecord record) {
    output.collect(new StreamRecord<>(record));
  }

  @Override
  public void processElement(StreamRecord<OutputRecord> element) throws Exception {
    Held held = held((String) getCurrentKey());
    held.gate.offer(element.getValue(), clock.millis());
    schedule(held);
  }

  private void schedule(Held held) throws Exception {
    if (!live) {
      return;
    }
    long now = clock.millis();
    if (held.timer <= now + QuotaGate.LONGEST_WAIT) {
      return; // it looks soon enough, whatever has come
    }
    long due = held.gate.due(now);
    if (due < held.timer) {
      held.timer = due;
      long waits = due - now;
      timers.registerProcessingTimeTimer(
          VoidNamespace.INSTANCE, timers.currentProcessingTime() + waits);
    }
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    Held held = held(timer.getKey());
    held.timer = Long.MAX_VALUE;
    held.gate.advance(clock.millis());
    schedule(held);
  }

  /** There are none: what waits does so by the clock. */
  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) {}

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
    barrier = true;
    for (Map.Entry<String, Held> agreement : agreements.entrySet()) {
      setCurrentKey(agreement.getKey());
      agreement.getValue().gate.barrier(clock.millis());
    }
    tell(checkpoint);
  }

  private void tell(long checkpoint) {
    if (metering != null) {
      int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
      String part = metering.part("q", subtask, checkpoint);
      agreements.values().forEach(held -> held.releases.tell(part, this::leave));
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    for (Map.Entry<String, Held> agreement : agreements.entrySet()) {
      Held held = agreement.getValue();
      if (held.allowance != null) {
        setCurrentKey(agreement.getKey());
        getRuntimeContext()
            .getState(ACCOUNT)
            .update(held.allowance.account(held.gate.first(), held.gate.next()));
      }
    }
  }

  @Override
  public void endInput() throws Exception {
    for (Map.Entry<String, Held> agreement : agreements.entrySet()) {
      setCurrentKey(agreement.getKey());
      agreement.getValue().gate.finish(clock.millis());
    }
    tell(CountingFunction.END);
  }
}
