package dev.weir.operators.control;

import dev.weir.tokenization.control.Command;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.operators.TimestampedCollector;
import org.jspecify.annotations.Nullable;

/** Runs a {@link SubjectPurge} function over a keyed stream. See {@link Governor}. */
final class ControlledKeyedOperator<K, I, O> extends KeyedProcessOperator<K, I, O>
    implements SetUp<O> {
  private static final long serialVersionUID = 1L;

  private final transient ControlSettings settings;
  private final transient SubjectPurge<K, O> controlled;

  @SuppressWarnings("NullAway.Init") // set in initializeState
  private transient Governor governor;

  <F extends KeyedProcessFunction<K, I, O> & SubjectPurge<K, O>> ControlledKeyedOperator(
      F function, ControlSettings settings) {
    super(function);
    this.settings = settings;
    this.controlled = function;
  }

  @Override
  public void setUp(StreamOperatorParameters<O> parameters) {
    setProcessingTimeService(parameters.getProcessingTimeService());
    setup(parameters.getContainingTask(), parameters.getStreamConfig(), parameters.getOutput());
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    governor = Governor.restore(controlled, settings, task(), getMetricGroup(), context);
    super.initializeState(context);
  }

  @Override
  public void open() throws Exception {
    governor.begin();
    super.open();
    purge();
  }

  @Override
  public void handleOperatorEvent(OperatorEvent event) {
    governor.agreed(event);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
    governor.barrier();
    purge();
  }

  private void purge() throws Exception {
    for (Command.PurgeSubject purge : governor.purges()) {
      K key = controlled.keyOf(purge);
      if (isOurs(key)) {
        setCurrentKey(key);
        controlled.purge(purge, new TimestampedCollector<>(output));
      }
    }
  }

  private boolean isOurs(@Nullable K key) {
    int groups = task().getMaxNumberOfParallelSubtasks();
    return key != null
        && KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(
                groups, task().getNumberOfParallelSubtasks(), task().getIndexOfThisSubtask())
            .contains(KeyGroupRangeAssignment.assignToKeyGroup(key, groups));
  }

  private TaskInfo task() {
    return getRuntimeContext().getTaskInfo();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    governor.snapshot();
  }

  @Override
  @SuppressWarnings("unused") // null if the state could not be restored
  public void close() throws Exception {
    if (governor != null) {
      governor.close();
    }
    super.close();
  }
}
