package dev.weir.operators.progress;

import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.state.ProgressState;
import dev.weir.operators.state.StreamType;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** The progress stage of one subtask in Flink's harness. */
final class ProgressHarness implements AutoCloseable {

  static final int MAX_PARALLELISM = 720;

  private final OneInputStreamOperatorTestHarness<OutputRecord, OutputRecord> flink;
  private final ProgressOperator operator;

  private ProgressHarness(ProgressSettings settings, int of, int subtask) throws Exception {
    operator = new ProgressOperator(settings);
    flink = new OneInputStreamOperatorTestHarness<>(operator, MAX_PARALLELISM, of, subtask);
    flink.setup(StreamType.OUTPUT_RECORD.createSerializer(new SerializerConfigImpl()));
  }

  static ProgressHarness open(ProgressSettings settings) throws Exception {
    return restore(settings, 1, 0, null);
  }

  static ProgressHarness restore(
      ProgressSettings settings, int of, int subtask, @Nullable OperatorSubtaskState state)
      throws Exception {
    ProgressHarness harness = new ProgressHarness(settings, of, subtask);
    if (state != null) {
      harness.flink.initializeState(state);
    }
    harness.flink.open();
    return harness;
  }

  void release(String topic, int partition, long offset) throws Exception {
    // Another object each time, as after a network.
    OutputRecord record =
        new OutputRecord(
            String.valueOf(topic.toCharArray()),
            null,
            new byte[0],
            Progress.NOW,
            List.of(),
            partition,
            offset);
    flink.processElement(record, 0);
  }

  /** A checkpoint as Flink takes it: what was sent ahead of the barrier is in {@link #out}. */
  OperatorSubtaskState checkpoint(long id) throws Exception {
    operator.prepareSnapshotPreBarrier(id);
    return flink.snapshot(id, id);
  }

  List<OutputRecord> out() {
    return flink.extractOutputValues();
  }

  /** The last record that was sent, as a progress record. */
  ProgressState told() throws IOException {
    List<OutputRecord> out = out();
    byte[] value = out.get(out.size() - 1).value();
    return ProgressJson.read(value, "eu").orElseThrow().state();
  }

  static OperatorSubtaskState part(OperatorSubtaskState[] states, int of, int subtask)
      throws Exception {
    OperatorSubtaskState all = AbstractStreamOperatorTestHarness.repackageState(states);
    return AbstractStreamOperatorTestHarness.repartitionOperatorState(
        all, MAX_PARALLELISM, states.length, of, subtask);
  }

  @Override
  public void close() throws Exception {
    flink.close();
  }
}
