package dev.weir.operators.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.CohortMode;
import dev.weir.operators.cohort.CohortRow;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.format.JsonRecordFormat;
import dev.weir.operators.format.RecordLimits;
import dev.weir.operators.metrics.ReleaseTally;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.state.StreamType;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.Generalization;
import dev.weir.plan.Output;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Step;
import dev.weir.privacy.cluster.Regions;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.generalize.Codes;
import dev.weir.tokenization.CohortTokens;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.SavepointType;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** A cohort operator with a clock of its own; people are numbers, and their ages are given. */
final class CohortHarness implements AutoCloseable {

  static final int K = 3;
  static final long HOLD = 1_000;
  static final int MAX_PARALLELISM = CohortRegions.KEY_GROUPS;

  /** By which rows leave, whatever the harness's own time is: 2026-03-01T08:00:59.999Z. */
  static final long NOW = 1_772_352_059_999L;

  final KeyedOneInputStreamOperatorTestHarness<Integer, CohortRow, OutputRecord> flink;
  final SeenMetrics metrics = new SeenMetrics();
  private final ReleasePlan release;
  private final Regions regions;
  private final List<Integer> keys;

  CohortHarness(@Nullable OperatorSubtaskState state) throws Exception {
    this(release(CohortMode.STABLE), () -> NOW, true, 1, 0, state);
  }

  /** Of a gateway that obeys commands. */
  static CohortHarness commanded(ReleasePlan release, @Nullable OperatorSubtaskState state)
      throws Exception {
    return new CohortHarness(release, () -> NOW, true, true, 1, 0, state);
  }

  CohortHarness(
      ReleasePlan release,
      WallClock clock,
      boolean gated,
      int of,
      int subtask,
      @Nullable OperatorSubtaskState state)
      throws Exception {
    this(release, clock, gated, false, of, subtask, state);
  }

  private CohortHarness(
      ReleasePlan release,
      WallClock clock,
      boolean gated,
      boolean commanded,
      int of,
      int subtask,
      @Nullable OperatorSubtaskState state)
      throws Exception {
    this.release = release;
    this.regions = CohortSpace.of(release).regions();
    this.keys = CohortRegions.keys(release, regions.count());
    JsonRecordFormat format = new JsonRecordFormat(RecordLimits.DEFAULT);
    flink =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new CohortOperator(release, format, clock, gated, commanded, null),
            CohortRow::region,
            Types.INT,
            metrics.environment(MAX_PARALLELISM, of, subtask));
    if (gated) {
      flink.setStateBackend(new EmbeddedRocksDBStateBackend());
    }
    flink.setup(StreamType.OUTPUT_RECORD.createSerializer(new SerializerConfigImpl()));
    if (state != null) {
      flink.initializeState(state);
    }
    flink.open();
  }

  static ReleasePlan release(CohortMode mode) {
    return release(mode, K, "form");
  }

  static ReleasePlan release(CohortMode mode, int k, String form) {
    return release(mode, k, form, null, null);
  }

  static ReleasePlan release(CohortMode mode, int k, String form, @Nullable String pace) {
    return release(mode, k, form, pace, null);
  }

  static ReleasePlan release(
      CohortMode mode,
      int k,
      String form,
      @Nullable String pace,
      CohortPlan.@Nullable RiskBounds risk) {
    return release(mode, k, form, pace, risk, List.of());
  }

  /** In regions by age. */
  static ReleasePlan cut(@Nullable String pace, String... ages) {
    return release(CohortMode.STABLE, K, "form", pace, null, cuts(List.of(ages)));
  }

  static List<CohortPlan.Cut> cuts(List<String> ages) {
    return ages.isEmpty() ? List.of() : List.of(new CohortPlan.Cut(FieldPath.of("age"), ages));
  }

  static ReleasePlan release(
      CohortMode mode,
      int k,
      String form,
      @Nullable String pace,
      CohortPlan.@Nullable RiskBounds risk,
      List<CohortPlan.Cut> cuts) {
    return release(mode, k, form, pace, risk, cuts, List.of());
  }

  private static ReleasePlan release(
      CohortMode mode,
      int k,
      String form,
      @Nullable String pace,
      CohortPlan.@Nullable RiskBounds risk,
      List<CohortPlan.Cut> cuts,
      List<CohortPlan.Diverse> diversity) {
    Step.KeyRef key = new Step.KeyRef("acme", "one-way");
    Step.TokenContext context = new Step.TokenContext("cohort", "agreement:a", "p/id");
    Output.Fields output =
        new Output.Fields(
            List.of(
                new Output.Field(
                    "id", true, leaf("id", LogicalType.STRING, new Step.CohortToken(key, context))),
                new Output.Field(
                    "age",
                    false,
                    leaf(
                        "age",
                        LogicalType.INTEGER,
                        new Step.Generalize(new Generalization.Integers(1))))));
    return new ReleasePlan(
        "acme-crowds",
        "1.0.0",
        "acme",
        "crowds",
        "cohorts",
        "acme.crowds.v1",
        "active",
        "2026-01-01T00:00:00Z",
        "2036-01-01T00:00:00Z",
        null,
        "P90D",
        FieldPath.of("id"),
        List.of("decode", "treat", "cohort"),
        new CohortPlan(
            "weir/p/o/cohort/a/c",
            mode,
            k,
            diversity,
            List.of(),
            "PT1S",
            "P90D",
            pace,
            cuts,
            cuts.isEmpty() ? "space" : "space of " + cuts,
            form,
            risk),
        output,
        List.of(key),
        null,
        "0123456789abcdef0123456789abcdef");
  }

  private static Output.Leaf leaf(String name, LogicalType type, Step step) {
    return new Output.Leaf(FieldPath.of(name), type, type, step);
  }

  /** Crowds whose people have two values at least. */
  static ReleasePlan diverse() {
    CohortPlan.Diverse rule =
        new CohortPlan.Diverse(FieldPath.of("illness"), new BigDecimal(2), false);
    return release(CohortMode.STABLE, K, "form", null, null, List.of(), List.of(rule));
  }

  /** A row of that person at that age; its event is told by its offset. */
  void offer(long event, long person, long age) throws Exception {
    offer(event, person, age, NOW, "");
  }

  /**
   * Likewise.
   *
   * @param time of the event
   * @param more fields that leave as they are
   */
  void offer(long event, long person, long age, long time, String more) throws Exception {
    offer(event, person, age, time, more, Codes.of());
  }

  /** Likewise, with the value of a sensitive field. */
  void offerIll(long event, long person, long age, long illness) throws Exception {
    offer(event, person, age, NOW, "", Codes.of(illness));
  }

  private void offer(long event, long person, long age, long time, String more, Codes sensitive)
      throws Exception {
    byte[] token = new byte[CohortTokens.LENGTH];
    Arrays.fill(token, (byte) person);
    CohortRow.Body body =
        new CohortRow.Body(
            time,
            0,
            event,
            ("{\"id\":,\"age\":" + more + "}").getBytes(StandardCharsets.UTF_8),
            List.of(new CohortRow.Opening(6, ~0), new CohortRow.Opening(13, 0)),
            List.of(token),
            0);
    CohortRow row = CohortRow.of(region(age), subject(person), Codes.of(age), sensitive, body);
    flink.processElement(new StreamRecord<>(row));
  }

  /** Three people of whom the third comes when the first one's time is up. */
  void crowd() throws Exception {
    offer(1, 1, 30);
    offer(2, 2, 35);
    offer(3, 3, 39);
    passTo(HOLD);
  }

  /** The key of the region where that age is. */
  int region(long age) {
    return keys.get(regions.region(Codes.of(age)));
  }

  void forget(long person) throws Exception {
    for (int region : CohortRegions.everyKey(release)) {
      flink.processElement(new StreamRecord<>(CohortRow.forgetting(region, subject(person))));
    }
  }

  private static Subject subject(long person) {
    return new Subject(person, person);
  }

  /** To that time of its own clock. */
  void passTo(long time) throws Exception {
    flink.setProcessingTime(time);
  }

  OperatorSubtaskState barrier(long checkpoint) throws Exception {
    return flink.snapshot(checkpoint, checkpoint);
  }

  /** Whole and in Flink's canonical form, which holds no older files. */
  OperatorSubtaskState savepoint(long checkpoint) throws Exception {
    return flink
        .snapshotWithLocalState(
            checkpoint, checkpoint, SavepointType.savepoint(SavepointFormatType.CANONICAL))
        .getJobManagerOwnedState();
  }

  void complete(long checkpoint) throws Exception {
    flink.notifyOfCompletedCheckpoint(checkpoint);
  }

  /** One that is complete at once. */
  void checkpoint(long checkpoint) throws Exception {
    OperatorSubtaskState unused = barrier(checkpoint);
    complete(checkpoint);
  }

  /** The events that have left, in their order. */
  List<Long> events() {
    return flink.extractOutputValues().stream().map(OutputRecord::offset).toList();
  }

  List<OutputRecord> out() {
    return flink.extractOutputValues();
  }

  /** The boxes that have left, in their order. */
  List<String> boxes() throws IOException {
    List<String> boxes = new ArrayList<>();
    for (OutputRecord record : out()) {
      boxes.add(json(record).get("age").toString());
    }
    return boxes;
  }

  static JsonNode json(OutputRecord record) throws IOException {
    return new ObjectMapper().readTree(record.value());
  }

  ReleaseTally tally() {
    return ReleaseTally.of(release, Accumulated.of(flink));
  }

  @Override
  public void close() throws Exception {
    flink.close();
  }
}
