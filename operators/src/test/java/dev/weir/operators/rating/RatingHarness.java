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
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** The rating alone: one agreement at 500 a month and 0.40 a thousand. */
final class RatingHarness implements AutoCloseable {

  static final AgreementRef ACME = new AgreementRef("acme-payments", "1.0.0");
  private static final int MAX_PARALLELISM = 720;

  private final KeyedOneInputStreamOperatorTestHarness<String, UsageItem, OutputRecord> harness;
  private int read;

  private RatingHarness(Instant now, int parallelism, int subtask) throws Exception {
    long millis = now.toEpochMilli();
    RatingOperator operator =
        new RatingOperator(
            new RatingSettings("/weir/gateways/g", "weir.charges", tariffs(), () -> millis));
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            operator, UsageItem::month, Types.STRING, MAX_PARALLELISM, parallelism, subtask);
    harness.setup(OutputRecordSerializer.INSTANCE);
  }

  /**
   * @param state null: it begins without
   */
  static RatingHarness open(Instant now, @Nullable OperatorSubtaskState state) throws Exception {
    RatingHarness opened = new RatingHarness(now, 1, 0);
    if (state == null) {
      opened.harness.initializeEmptyState();
    } else {
      opened.harness.initializeState(state);
    }
    opened.harness.open();
    return opened;
  }

  private static SortedMap<String, AgreementTariff> tariffs() {
    Price price =
        new Price(
            "EUR",
            new BigDecimal("500.00"),
            null,
            null,
            List.of(new Price.PriceTier(null, new BigDecimal("0.40"))),
            false,
            null);
    PriceSpan span =
        new PriceSpan(
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2036-01-01T00:00:00Z"),
            ACME.toString(),
            price,
            null);
    SortedMap<String, AgreementTariff> tariffs = new TreeMap<>();
    tariffs.put(
        ACME.id(), new AgreementTariff("acme", new Tariff(ACME.id(), List.of(span)), Set.of(ACME)));
    return tariffs;
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
    harness.processElement(
        new UsageItem(month, UsageJson.write(event), "acme.usage", 0, read++), 0);
  }

  void readForeign() throws Exception {
    harness.processElement(new UsageItem("", new byte[0], "acme.usage", 0, 7), 0);
  }

  /** What a checkpoint lets out, as {@code kind quantity amount}, and the state that it leaves. */
  OperatorSubtaskState checkpoint(long number) throws Exception {
    harness.prepareSnapshotPreBarrier(number);
    return harness.snapshot(number, number);
  }

  List<ChargeEvent> taken() {
    List<ChargeEvent> events = new ArrayList<>();
    for (OutputRecord record : harness.extractOutputValues()) {
      Map<String, String> headers = new HashMap<>();
      record.headers().forEach(header -> headers.put(header.name(), header.value()));
      events.add(ChargeHeaders.read(headers, record.value()));
      if (!new String(record.key(), UTF_8).equals(ACME.id())) {
        throw new IllegalStateException("a line's key is its agreement");
      }
    }
    harness.getOutput().clear();
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
    harness.close();
  }
}
