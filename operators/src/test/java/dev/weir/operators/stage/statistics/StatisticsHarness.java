package dev.weir.operators.stage.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.operators.metrics.ReleaseTally;
import dev.weir.operators.metrics.StatisticsTally;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.stage.Accumulated;
import dev.weir.operators.state.StreamType;
import dev.weir.operators.statistics.LedgerRow;
import dev.weir.operators.statistics.PartialSums;
import dev.weir.operators.statistics.StatisticsRow;
import dev.weir.plan.BudgetPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.privacy.ledger.Span;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** Both stages of one release, one after the other, and the clock of the broker. */
final class StatisticsHarness implements AutoCloseable {

  static final int MAX_PARALLELISM = 128;
  static final String LEDGER = "weir.ledger";

  /** Midnight of 1 March 2026. */
  static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();

  static final long MINUTE = 60_000;
  static final long HOUR = 60 * MINUTE;

  final KeyedOneInputStreamOperatorTestHarness<Integer, StatisticsRow, PartialSums> bounds;
  final KeyedOneInputStreamOperatorTestHarness<Integer, PartialSums, OutputRecord> draws;
  private final ReleasePlan release;
  private int told;

  /** A checkpoint of both. */
  record State(OperatorSubtaskState bounds, OperatorSubtaskState draws) {}

  /** What differs between tests. */
  record Given(
      ReleasePlan release,
      List<LedgerRow> charged,
      @Nullable BudgetPlan ceiling,
      @Nullable Span days,
      boolean gated,
      long start,
      long now) {

    static Given of(ReleasePlan release) {
      return new Given(release, List.of(), null, null, true, START, START + 30 * HOUR);
    }

    Given charged(List<LedgerRow> rows) {
      return new Given(release, rows, ceiling, days, gated, start, now);
    }

    Given within(Span all) {
      return new Given(release, charged, ceiling, all, false, start, now);
    }

    Given at(long clock) {
      return new Given(release, charged, ceiling, days, gated, start, clock);
    }

    Given startingAt(int hours) {
      return new Given(release, charged, ceiling, days, gated, START + hours * HOUR, now);
    }

    Given status(String status) {
      ReleasePlan other =
          StatisticsPlans.release(
              release.partner(),
              release.release(),
              status,
              Objects.requireNonNull(release.statistics()));
      return new Given(other, charged, ceiling, days, gated, start, now);
    }

    StatisticsSettings settings() {
      return new StatisticsSettings(LEDGER, charged, ceiling, start, days, gated, () -> now, null);
    }
  }

  StatisticsHarness(Given given, @Nullable State state) throws Exception {
    this(given, state, given.gated());
  }

  private StatisticsHarness(Given given, @Nullable State state, boolean rocksDb) throws Exception {
    this.release = given.release();
    StatisticsSettings settings = given.settings();
    bounds =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new BoundingOperator(release, settings),
            StatisticsRow::shard,
            Types.INT,
            MAX_PARALLELISM,
            1,
            0);
    draws =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new StatisticsOperator("p", List.of(release), settings),
            sums -> StatisticsOperator.KEY,
            Types.INT,
            MAX_PARALLELISM,
            1,
            0);
    open(bounds, StreamType.PARTIAL_SUMS, rocksDb, state == null ? null : state.bounds());
    open(draws, StreamType.OUTPUT_RECORD, rocksDb, state == null ? null : state.draws());
    draws.setProcessingTime(1);
  }

  /** The first stage alone, with its state in memory. */
  static StatisticsHarness inMemory(Given given) throws Exception {
    return new StatisticsHarness(given, null, false);
  }

  /** As {@link #passTo}, of the first stage alone. */
  void boundsAt(long minute) throws Exception {
    bounds.processWatermark(new Watermark(START + minute * MINUTE - 1));
  }

  private static <O> void open(
      AbstractStreamOperatorTestHarness<O> harness,
      StreamType<O> type,
      boolean gated,
      @Nullable OperatorSubtaskState state)
      throws Exception {
    if (gated) {
      harness.setStateBackend(new EmbeddedRocksDBStateBackend());
    }
    harness.setup(type.createSerializer(new SerializerConfigImpl()));
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
  }

  /** What a person spent in a shop, in cents, so many minutes after the start. */
  void spend(long person, String shop, long cents, long happened, long appended) throws Exception {
    bounds.processElement(
        new StreamRecord<>(
            new StatisticsRow(
                person,
                ~person,
                "{\"shop\":\"" + shop + "\"}",
                new long[] {0, 0, cents},
                START + happened * MINUTE),
            START + appended * MINUTE));
  }

  /** What a record adds to a release of one measure, in a run over files. */
  void add(long person, String shop, long code, long minute) throws Exception {
    bounds.processElement(
        new StreamRecord<>(
            new StatisticsRow(
                person,
                ~person,
                "{\"shop\":\"" + shop + "\"}",
                new long[] {code},
                START + minute * MINUTE)));
  }

  /** As {@link #add}, in a stream. */
  void appended(long person, String shop, long happened, long appended) throws Exception {
    bounds.processElement(
        new StreamRecord<>(
            new StatisticsRow(
                person,
                ~person,
                "{\"shop\":\"" + shop + "\"}",
                new long[] {0},
                START + happened * MINUTE),
            START + appended * MINUTE));
  }

  void spend(long person, String shop, long cents, long minute) throws Exception {
    spend(person, shop, cents, minute, minute);
  }

  /** By the broker's clock it is so many minutes after the start. */
  void passTo(long minute) throws Exception {
    pass(START + minute * MINUTE);
  }

  private void pass(long time) throws Exception {
    bounds.processWatermark(new Watermark(time));
    forward();
    draws.processWatermark(new Watermark(time));
  }

  private void forward() throws Exception {
    List<PartialSums> sums = partials();
    for (; told < sums.size(); told++) {
      draws.processElement(new StreamRecord<>(sums.get(told)));
    }
  }

  List<PartialSums> partials() {
    return bounds.extractOutputValues();
  }

  State barrier(long checkpoint) throws Exception {
    bounds.prepareSnapshotPreBarrier(checkpoint);
    OperatorSubtaskState people = bounds.snapshot(checkpoint, checkpoint);
    forward();
    draws.prepareSnapshotPreBarrier(checkpoint);
    return new State(people, draws.snapshot(checkpoint, checkpoint));
  }

  void complete(long checkpoint) throws Exception {
    bounds.notifyOfCompletedCheckpoint(checkpoint);
    draws.notifyOfCompletedCheckpoint(checkpoint);
  }

  /** One that is complete at once. */
  void checkpoint(long checkpoint) throws Exception {
    State unused = barrier(checkpoint);
    complete(checkpoint);
  }

  /** The input has ended, as Flink tells it. */
  void end() throws Exception {
    pass(Long.MAX_VALUE);
    bounds.endInput();
    forward();
    draws.endInput();
  }

  List<OutputRecord> rows() {
    return draws.extractOutputValues().stream()
        .filter(record -> !record.topic().equals(LEDGER))
        .toList();
  }

  List<JsonNode> json() throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (OutputRecord row : rows()) {
      rows.add(new ObjectMapper().readTree(row.value()));
    }
    return rows;
  }

  /** When the windows of the rows begin, in their order, each once. */
  List<String> windows() throws IOException {
    return json().stream().map(row -> row.at("/window/from").asText()).distinct().toList();
  }

  List<LedgerRow> charges() {
    return draws.extractOutputValues().stream()
        .filter(record -> record.topic().equals(LEDGER))
        .map(record -> LedgerRow.parse(record.value()))
        .toList();
  }

  StatisticsTally tally() {
    return StatisticsTally.of(release, accumulators());
  }

  ReleaseTally counts() {
    return ReleaseTally.of(release, accumulators());
  }

  private Map<String, Object> accumulators() {
    Map<String, Object> all = new HashMap<>();
    for (AbstractStreamOperatorTestHarness<?> harness : List.of(bounds, draws)) {
      Accumulated.of(harness)
          .forEach(
              (name, count) -> all.merge(name, count, (one, other) -> (Long) one + (Long) other));
    }
    return all;
  }

  @Override
  public void close() throws Exception {
    bounds.close();
    draws.close();
  }
}
