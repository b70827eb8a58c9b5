package dev.weir.operators.progress;

import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.state.ProgressState;
import dev.weir.operators.state.ProgressStateSerializer;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * The last stage before the sink: counts what passes, and ahead of each barrier sends a progress
 * record after it, so that both are in one transaction. It refuses to go on from a state that is
 * not what was released.
 */
public final class ProgressOperator extends AbstractStreamOperator<OutputRecord>
    implements OneInputStreamOperator<OutputRecord, OutputRecord> {
  private static final long serialVersionUID = 1L;

  /** Counts the forms that the state has had; each has a file in the tests' resources. */
  static final int STATE_VERSION = 1;

  /** For ever: checkpoints find the state by it. */
  public static final ListStateDescriptor<ProgressState> PROGRESS =
      new ListStateDescriptor<>("progress", ProgressStateSerializer.INSTANCE);

  private static final long MINUTE = 60_000;

  private final ProgressSettings settings;

  @SuppressWarnings("NullAway.Init") // set in initializeState, before any record
  private transient ListState<ProgressState> states;

  @SuppressWarnings("NullAway.Init") // likewise
  private transient Tally tally;

  private transient long start;
  private transient @Nullable Accepted untold;

  public ProgressOperator(ProgressSettings settings) {
    this.settings = settings;
  }

  /** Every subtask reads all of it: what one says decides for all. */
  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    settings.rights().check();
    states = context.getOperatorStateStore().getUnionListState(PROGRESS);
    List<ProgressState> restored = new ArrayList<>();
    states.get().forEach(restored::add);
    Beginning.Point point = new Beginning(settings, restored, subtask(), parallelism()).find();
    start = point.start();
    tally = new Tally(settings.sources(), point.before());
    untold = subtask() == 0 ? point.accepted() : null;
  }

  @Override
  public void processElement(StreamRecord<OutputRecord> element) {
    tally.add(element.getValue());
    output.collect(element);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) {
    long now = settings.clock().millis();
    Accepted accepted = untold;
    if (accepted != null) {
      send(accepted.key(settings), accepted.write(settings, start, checkpoint, now), now);
      untold = null; // should the checkpoint not complete, its transaction stays for the next one
    }
    ProgressRecord record = record(checkpoint, now);
    send(ProgressJson.key(record), ProgressJson.write(record), now);
  }

  private void send(byte[] key, byte[] value, long now) {
    long minute = Math.floorDiv(now, MINUTE) * MINUTE;
    output.collect(
        new StreamRecord<>(new OutputRecord(settings.topic(), key, value, minute, List.of())));
  }

  private ProgressRecord record(long checkpoint, long now) {
    return new ProgressRecord(
        settings.gateway(),
        getRuntimeContext().getJobInfo().getJobId().toHexString(),
        getRuntimeContext().getTaskInfo().getAttemptNumber(),
        settings.plan(),
        now,
        settings.interval().toMillis(),
        state(checkpoint));
  }

  private ProgressState state(long checkpoint) {
    return new ProgressState(
        settings.run(),
        start,
        checkpoint,
        subtask(),
        parallelism(),
        tally.released(),
        tally.positions());
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    states.update(List.of(state(context.getCheckpointId())));
  }

  private int subtask() {
    return getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
  }

  private int parallelism() {
    return getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
  }
}
