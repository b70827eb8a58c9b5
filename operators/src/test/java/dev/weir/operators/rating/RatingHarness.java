package dev.weir.operators.rating;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.config.agreement.Price;
import dev.weir.metering.books.AgreementTariff;
import dev.weir.metering.charges.ChargeEvent;
import dev.weir.metering.charges.ChargeHeaders;
import dev.weir.metering.rating.PriceSpan;
import dev.weir.metering.rating.Tariff;
import dev.weir.metering.usage.AgreementRef;
import dev.weir.metering.usage.Metered;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.Usage;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageJson;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.UsageItem;
import dev.weir.operators.state.OutputRecordSerializer;
import dev.weir.operators.state.UsageItemSerializer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/**
 * The stages of the rating, each of some subtasks: agreements at 500 a month and 0.40 a thousand.
 */
final class RatingHarness implements AutoCloseable {

  static final AgreementRef ACME = new AgreementRef("acme-payments", "1.0.0");
  private static final int MAX_PARALLELISM = 720;

  /** What a checkpoint has of both stages, of that many subtasks each. */
  record Saved(
      @Nullable OperatorSubtaskState months, OperatorSubtaskState rating, int parallelism) {}

  private final List<KeyedOneInputStreamOperatorTestHarness<String, UsageItem, UsageItem>> months =
      new ArrayList<>();
  private final List<KeyedOneInputStreamOperatorTestHarness<String, UsageItem, OutputRecord>>
      rating = new ArrayList<>();
  private int read;

  private RatingHarness() {}

  static RatingHarness open(Instant now, @Nullable Saved saved) throws Exception {
    return open(now, 1, saved, ACME);
  }

  /**
   * @param saved null: it begins without
   */
  static RatingHarness open(
      Instant now, int parallelism, @Nullable Saved saved, AgreementRef... agreements)
      throws Exception {
    return open(now, parallelism, saved, "500.00", agreements);
  }

  /**
   * @param perMonth instead of 500
   */
  static RatingHarness open(
      Instant now,
      int parallelism,
      @Nullable Saved saved,
      String perMonth,
      AgreementRef... agreements)
      throws Exception {
    long millis = now.toEpochMilli();
    RatingSettings settings =
        new RatingSettings(
            "/weir/gateways/g", "weir.charges", tariffs(perMonth, agreements), () -> millis);
    RatingHarness opened = new RatingHarness();
    for (int i = 0; i < parallelism; i++) {
      var months =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new DueMonths(settings),
              DueMonths::agreement,
              Types.STRING,
              MAX_PARALLELISM,
              parallelism,
              i);
      months.setup(UsageItemSerializer.INSTANCE);
      open(months, saved == null ? null : saved.months(), saved, parallelism, i);
      opened.months.add(months);
      var rating =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new RatingOperator(settings),
              UsageItem::month,
              Types.STRING,
              MAX_PARALLELISM,
              parallelism,
              i);
      rating.setup(OutputRecordSerializer.INSTANCE);
      open(rating, saved == null ? null : saved.rating(), saved, parallelism, i);
      opened.rating.add(rating);
    }
    return opened;
  }

  private static void open(
      AbstractStreamOperatorTestHarness<?> harness,
      @Nullable OperatorSubtaskState state,
      @Nullable Saved saved,
      int parallelism,
      int subtask)
      throws Exception {
    if (state == null || saved == null) {
      harness.initializeEmptyState();
    } else {
      harness.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              state, MAX_PARALLELISM, saved.parallelism(), parallelism, subtask));
    }
    harness.open();
  }

  private static SortedMap<String, AgreementTariff> tariffs(
      String perMonth, AgreementRef... agreements) {
    SortedMap<String, AgreementTariff> tariffs = new TreeMap<>();
    for (AgreementRef one : agreements) {
      tariffs.put(one.id(), tariff(perMonth, one));
    }
    return tariffs;
  }

  private static AgreementTariff tariff(String perMonth, AgreementRef of) {
    Price price =
        new Price(
            "EUR",
            new BigDecimal(perMonth),
            null,
            null,
            List.of(new Price.PriceTier(null, new BigDecimal("0.40"))),
            false,
            null);
    PriceSpan span =
        new PriceSpan(
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2036-01-01T00:00:00Z"),
            of.toString(),
            price,
            null);
    return new AgreementTariff("acme", new Tariff(of.id(), List.of(span)), Set.of(of));
  }

  static UsageEvent event(AgreementRef of, String minute, long records, String part) {
    return UsageEvent.of(
        "/weir/gateways/g",
        new Metered(
            "acme",
            of,
            "payments",
            new Minute(Instant.parse(minute)),
            new Usage(records, records, records, BigDecimal.ZERO)),
        part);
  }

  void read(UsageEvent event) throws Exception {
    String month = event.data().agreement().id() + "/" + event.data().window().month();
    read(new UsageItem(month, UsageJson.write(event), "acme.usage", 0, read++));
  }

  void readForeign() throws Exception {
    read(new UsageItem("", new byte[0], "acme.usage", 0, 7));
  }

  private void read(UsageItem item) throws Exception {
    months.get(subtask(DueMonths.agreement(item))).processElement(item, 0);
    pass();
  }

  /** As by the exchange between the stages. */
  private void pass() throws Exception {
    for (var one : months) {
      for (UsageItem item : one.extractOutputValues()) {
        rating.get(subtask(item.month())).processElement(item, 0);
      }
      one.getOutput().clear();
    }
  }

  private int subtask(String key) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(key, MAX_PARALLELISM, rating.size());
  }

  /** The state that a checkpoint leaves. */
  Saved checkpoint(long number) throws Exception {
    for (var one : months) {
      one.prepareSnapshotPreBarrier(number);
    }
    pass();
    for (var one : rating) {
      one.prepareSnapshotPreBarrier(number);
    }
    return new Saved(state(months, number), state(rating, number), rating.size());
  }

  private static OperatorSubtaskState state(
      List<? extends AbstractStreamOperatorTestHarness<?>> of, long number) throws Exception {
    List<OperatorSubtaskState> states = new ArrayList<>();
    for (var one : of) {
      states.add(one.snapshot(number, number));
    }
    return states.size() == 1
        ? states.get(0)
        : AbstractStreamOperatorTestHarness.repackageState(
            states.toArray(OperatorSubtaskState[]::new));
  }

  List<ChargeEvent> taken() {
    List<ChargeEvent> events = new ArrayList<>();
    for (var one : rating) {
      for (OutputRecord record : one.extractOutputValues()) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.name(), header.value()));
        ChargeEvent event = ChargeHeaders.read(headers, record.value());
        if (!new String(record.key(), UTF_8).equals(event.line().key().agreement())) {
          throw new IllegalStateException("a line's key is its agreement");
        }
        events.add(event);
      }
      one.getOutput().clear();
    }
    return events;
  }

  /** In words. */
  List<String> lines() {
    return taken().stream()
        .map(
            event ->
                event.id().substring(event.id().indexOf('/') + 1)
                    + " "
                    + event.line().key().kind()
                    + " "
                    + event.line().quantity()
                    + " "
                    + event.line().amount()
                    + (event.corrects() == null ? "" : " corrects " + event.corrects()))
        .toList();
  }

  @Override
  public void close() throws Exception {
    for (var one : months) {
      one.close();
    }
    for (var one : rating) {
      one.close();
    }
  }
}
