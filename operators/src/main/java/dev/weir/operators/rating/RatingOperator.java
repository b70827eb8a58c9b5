package dev.weir.operators.rating;

import dev.weir.metering.books.AgreementTariff;
import dev.weir.metering.charges.ChargeEvent;
import dev.weir.metering.charges.ChargeHeaders;
import dev.weir.metering.charges.MonthCharges;
import dev.weir.metering.rating.Rated;
import dev.weir.metering.rating.Rating;
import dev.weir.metering.usage.AgreementRef;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.Usage;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageFormatException;
import dev.weir.metering.usage.UsageJson;
import dev.weir.operators.record.OutputHeader;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.UsageItem;
import dev.weir.operators.stage.JobStoppedException;
import dev.weir.operators.state.MonthChargesSerializer;
import dev.weir.operators.state.UsageSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rates usage: keyed by agreement and month. An event counts once, by source and id. Ahead of each
 * barrier every month that has changed is rated whole, and the lines that lack are sent, so that
 * they are in the transaction of the checkpoint that has read the usage. A month is charged from
 * its first day on, used or not, once {@link DueMonths} names it; and is rated anew when a job
 * begins, for prices may have changed.
 */
public final class RatingOperator extends AbstractStreamOperator<OutputRecord>
    implements OneInputStreamOperator<UsageItem, OutputRecord>, BoundedOneInput {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(RatingOperator.class);
  private static final long MINUTE = 60_000;

  /** Counts the forms that the state has had; each has a file in the tests' resources. */
  static final int STATE_VERSION = 2;

  /** What events counted: a fingerprint of each by source and id. */
  static final MapStateDescriptor<String, Long> SEEN =
      new MapStateDescriptor<>("seen", StringSerializer.INSTANCE, LongSerializer.INSTANCE);

  static final MapStateDescriptor<Long, Usage> MINUTES =
      new MapStateDescriptor<>("minutes", LongSerializer.INSTANCE, UsageSerializer.INSTANCE);

  /** Versions of the agreement that usage was released by. */
  static final MapStateDescriptor<String, Long> VERSIONS =
      new MapStateDescriptor<>("versions", StringSerializer.INSTANCE, LongSerializer.INSTANCE);

  static final ValueStateDescriptor<MonthCharges> CHARGED =
      new ValueStateDescriptor<>("charged", MonthChargesSerializer.INSTANCE);

  /**
   * In state of version 1, which knew no first month of each agreement: the first month that was
   * rated of any, in months since year 0. Of all subtasks the earliest.
   */
  static final ListStateDescriptor<Long> BEGUN =
      new ListStateDescriptor<>("begun", LongSerializer.INSTANCE);

  private final RatingSettings settings;
  private final SortedSet<String> changed = new TreeSet<>();

  @SuppressWarnings("NullAway.Init") // set in initializeState, before any record
  private transient MapState<String, Long> seen;

  @SuppressWarnings("NullAway.Init") // likewise
  private transient MapState<Long, Usage> minutes;

  @SuppressWarnings("NullAway.Init") // likewise
  private transient MapState<String, Long> versions;

  @SuppressWarnings("NullAway.Init") // likewise
  private transient ValueState<MonthCharges> charged;

  @SuppressWarnings("NullAway.Init") // likewise
  private transient Counter contradicted;

  @SuppressWarnings("NullAway.Init") // likewise
  private transient Counter unrated;

  public RatingOperator(RatingSettings settings) {
    this.settings = settings;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    seen = context.getKeyedStateStore().getMapState(SEEN);
    minutes = context.getKeyedStateStore().getMapState(MINUTES);
    versions = context.getKeyedStateStore().getMapState(VERSIONS);
    charged = context.getKeyedStateStore().getState(CHARGED);
    if (context.isRestored()) {
      known().filter(this::isPriced).forEach(changed::add);
      begun(context.getOperatorStateStore().getUnionListState(BEGUN));
    }
  }

  /** Prices may have changed since: of all that has usage or charges. */
  private Stream<String> known() {
    return Stream.of(CHARGED.getName(), VERSIONS.getName())
        .flatMap(
            state ->
                this.<String>getKeyedStateBackend()
                    .getKeys(state, VoidNamespace.INSTANCE)
                    .distinct());
  }

  private boolean isPriced(String key) {
    return settings.tariffs().containsKey(key.substring(0, key.lastIndexOf('/')));
  }

  /**
   * What a former build would have charged by its state when it was started, once: no month between
   * its last and this one goes without its price.
   */
  private void begun(ListState<Long> of) throws Exception {
    long begun = Long.MAX_VALUE;
    for (Long month : of.get()) {
      begun = Math.min(begun, month);
    }
    of.clear();
    for (String agreement : settings.tariffs().keySet()) {
      DueMonths.months(agreement, begun, DueMonths.month(now())).stream()
          .filter(key -> DueMonths.isOurs(key, getRuntimeContext()))
          .forEach(changed::add);
    }
  }

  private Instant now() {
    return Instant.ofEpochMilli(settings.clock().millis()).truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public void open() throws Exception {
    super.open();
    var group = getMetricGroup().addGroup("weir").addGroup("rating");
    contradicted = group.counter("contradicted");
    unrated = group.counter("unrated");
  }

  @Override
  public void processElement(StreamRecord<UsageItem> element) throws Exception {
    UsageItem item = element.getValue();
    if (item.isDue()) {
      changed.add(item.month());
      return;
    }
    UsageEvent event = event(item);
    String name = event.source() + "\n" + event.id();
    long print = Fingerprint.of(item.event());
    Long before = seen.get(name);
    if (before == null) {
      seen.put(name, print);
      count(event);
      changed.add(item.month());
    } else if (before != print) {
      contradicted.inc();
      LOG.warn("Usage of {} has two events of one id; the first counts", item.month());
    }
  }

  private static UsageEvent event(UsageItem item) {
    try {
      if (!item.month().isEmpty()) {
        return UsageJson.read(item.event());
      }
    } catch (UsageFormatException none) {
      // told below
    }
    throw JobStoppedException.stop(
        JobStoppedException.Kind.USAGE_FOREIGN,
        "the record at offset "
            + item.offset()
            + " of partition "
            + item.partition()
            + " of "
            + item.topic()
            + " is no usage event. Let nobody but Weir write there, and delete what stands up to it");
  }

  private void count(UsageEvent event) throws Exception {
    long minute = event.data().window().from().toEpochMilli() / MINUTE;
    Usage known = minutes.get(minute);
    Usage usage = event.data().usage();
    minutes.put(minute, known == null ? usage : known.plus(usage));
    versions.put(event.data().agreement().version(), minute);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
    settle();
  }

  @Override
  public void endInput() throws Exception {
    settle();
  }

  private void settle() throws Exception {
    Instant now = now();
    for (String month : changed) {
      rate(month, now);
    }
    changed.clear();
  }

  private void rate(String key, Instant now) throws Exception {
    setCurrentKey(key);
    int slash = key.lastIndexOf('/');
    String agreement = key.substring(0, slash);
    YearMonth month = YearMonth.parse(key.substring(slash + 1));
    AgreementTariff tariff = settings.tariffs().get(agreement);
    if (tariff == null || !isKnown(agreement, tariff)) {
      unrated.inc();
      LOG.warn("{} is not charged: no file of a version of the agreement is given", key);
      return;
    }
    Rated rated = Rating.rate(tariff.tariff(), month, usage());
    MonthCharges before = charged.value();
    MonthCharges.Step step =
        (before == null ? MonthCharges.NONE : before)
            .to(rated, settings.source(), tariff.partner(), key, month, now);
    if (!step.lines().isEmpty()) {
      charged.update(step.after());
      step.lines().forEach(line -> send(agreement, line));
    }
  }

  private boolean isKnown(String agreement, AgreementTariff tariff) throws Exception {
    for (String version : versions.keys()) {
      if (!tariff.versions().contains(new AgreementRef(agreement, version))) {
        return false;
      }
    }
    return true;
  }

  private NavigableMap<Minute, Usage> usage() throws Exception {
    NavigableMap<Minute, Usage> usage = new TreeMap<>();
    for (Map.Entry<Long, Usage> one : minutes.entries()) {
      usage.put(new Minute(Instant.ofEpochMilli(one.getKey() * MINUTE)), one.getValue());
    }
    return usage;
  }

  /** By its agreement, so that its lines keep their order. */
  private void send(String agreement, ChargeEvent line) {
    List<OutputHeader> headers =
        ChargeHeaders.of(line).entrySet().stream()
            .map(header -> new OutputHeader(header.getKey(), header.getValue()))
            .toList();
    long minute = Math.floorDiv(line.at().toEpochMilli(), MINUTE) * MINUTE;
    byte[] key = agreement.getBytes(StandardCharsets.UTF_8);
    output.collect(
        new StreamRecord<>(
            new OutputRecord(settings.topic(), key, ChargeHeaders.value(line), minute, headers)));
  }
}
