package dev.weir.operators.stage;

import dev.weir.operators.control.Boundary;
import dev.weir.operators.control.ControlSettings;
import dev.weir.operators.control.ControlledOperatorFactory;
import dev.weir.operators.deadletter.DeadLetterSource;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.state.StreamType;
import dev.weir.plan.ProductPlan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.coordination.OperatorEventHandler;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** The treat stage with a clock that stands, in Flink's harness. */
final class TreatHarness implements AutoCloseable {

  static final long NOW = 1_772_352_059_999L; // 2026-03-01T08:00:59.999Z
  static final long MINUTE = 1_772_352_000_000L;
  static final int MAX_PARALLELISM = 720;

  private final ProductPlan product;
  final OneInputStreamOperatorTestHarness<Event, OutputRecord> flink;

  private TreatHarness(ProductPlan product, TreatSettings settings, int parallelism, int subtask)
      throws Exception {
    this.product = product;
    this.flink = harness(product, settings, parallelism, subtask);
    flink.setup(StreamType.OUTPUT_RECORD.createSerializer(new SerializerConfigImpl()));
  }

  private static OneInputStreamOperatorTestHarness<Event, OutputRecord> harness(
      ProductPlan product, TreatSettings settings, int parallelism, int subtask) throws Exception {
    ControlSettings control = settings.control();
    return control == null
        ? new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new TreatFunction(product, new TextFormat(), settings)),
            MAX_PARALLELISM,
            parallelism,
            subtask)
        : new OneInputStreamOperatorTestHarness<>(
            ControlledOperatorFactory.of(
                new TreatFunction(product, new VersionFormat(), settings), control),
            MAX_PARALLELISM,
            parallelism,
            subtask);
  }

  static TreatHarness open(ProductPlan product, TreatSettings settings) throws Exception {
    return restore(product, settings, 1, 0, null);
  }

  static TreatHarness restore(
      ProductPlan product,
      TreatSettings settings,
      int parallelism,
      int subtask,
      @Nullable OperatorSubtaskState state)
      throws Exception {
    TreatHarness harness = new TreatHarness(product, settings, parallelism, subtask);
    if (state != null) {
      harness.flink.initializeState(state);
    }
    harness.flink.open();
    return harness;
  }

  static TreatSettings settings(KeySource keys) {
    return settings(keys, DeadLetterSettings.unlimited());
  }

  static TreatSettings settings(KeySource keys, DeadLetterSettings deadLetters) {
    return new TreatSettings(
        DeadLetterSource.topic("payments.v2"), keys, deadLetters, () -> NOW, 1000);
  }

  /** Under commands. */
  static TreatSettings settings(KeySource keys, ControlSettings control) {
    return new TreatSettings(
        DeadLetterSource.topic("payments.v2"),
        keys,
        DeadLetterSettings.unlimited(),
        () -> NOW,
        1000,
        control);
  }

  /** As the coordinator tells every subtask, before a checkpoint's barrier. */
  void agree(Boundary boundary) {
    ((OperatorEventHandler) flink.getOneInputOperator()).handleOperatorEvent(boundary);
  }

  /** A whole checkpoint. */
  OperatorSubtaskState checkpoint(long id) throws Exception {
    flink.prepareSnapshotPreBarrier(id);
    return flink.snapshot(id, id);
  }

  void process(String text) throws Exception {
    process(text, NOW);
  }

  /** As it would come from decode. */
  void process(String text, long timestamp) throws Exception {
    SourceRecord record = new SourceRecord(text.getBytes(StandardCharsets.UTF_8), 3, 17, timestamp);
    flink.processElement(new TextFormat().decoder(product).decode(record), timestamp);
  }

  List<OutputRecord> out() {
    return flink.extractOutputValues();
  }

  static String text(OutputRecord record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws Exception {
    flink.close();
  }
}
