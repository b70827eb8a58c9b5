package dev.weir.operators.control;

import dev.weir.operators.meter.CountingFunction;
import dev.weir.tokenization.control.Command;
import java.util.List;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.operators.TimestampedCollector;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Runs a {@link Controlled} function over a stream as it comes. See {@link Governor}. */
final class ControlledOperator<I, O> extends ProcessOperator<I, O> implements SetUp<O> {
  private static final long serialVersionUID = 1L;

  private final transient ControlSettings settings;
  private final transient Controlled controlled;

  @SuppressWarnings("NullAway.Init") // set in initializeState
  private transient Governor governor;

  <F extends ProcessFunction<I, O> & Controlled> ControlledOperator(
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
    governor =
        Governor.restore(
            controlled, settings, getRuntimeContext().getTaskInfo(), getMetricGroup(), context);
    super.initializeState(context);
  }

  @Override
  public void open() throws Exception {
    governor.begin();
    super.open();
    forget();
  }

  @Override
  public void handleOperatorEvent(OperatorEvent event) {
    governor.agreed(event);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
    governor.barrier();
    forget();
    tell(checkpoint);
  }

  @SuppressWarnings("unchecked") // it lets out what the operator does
  private void tell(long checkpoint) {
    if (controlled instanceof CountingFunction<?> counting) {
      ((CountingFunction<O>) counting).tell(checkpoint, new TimestampedCollector<>(output));
    }
  }

  /** All subtasks know of a purge; one tells it on. */
  @SuppressWarnings("unchecked") // it processes what the operator does
  private void forget() throws Exception {
    List<Command.PurgeSubject> purges = governor.purges();
    if (controlled instanceof SubjectForgetting<?> forgetting
        && getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
      for (Command.PurgeSubject purge : purges) {
        I told = ((SubjectForgetting<I>) forgetting).forgetting(purge);
        if (told != null) {
          processElement(new StreamRecord<>(told));
        }
      }
    }
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
