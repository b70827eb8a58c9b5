package dev.weir.operators.control;

import dev.weir.tokenization.control.Command;
import java.util.List;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.apache.flink.runtime.state.StateInitializationContext;

/**
 * What is the same of every operator that runs a {@link Controlled} function. Commands are read
 * when all subtasks have agreed on them, which is before a checkpoint's barrier, and obeyed at the
 * barrier; a record in between is processed as before.
 */
final class Governor implements AutoCloseable {

  private final Controlled controlled;
  private final ControlInbox inbox;
  private final boolean first;

  private Governor(Controlled controlled, ControlInbox inbox, boolean first) {
    this.controlled = controlled;
    this.inbox = inbox;
    this.first = first;
  }

  /** To be called before the function's own state is restored. */
  static Governor restore(
      Controlled controlled,
      ControlSettings settings,
      TaskInfo task,
      MetricGroup metrics,
      StateInitializationContext context)
      throws Exception {
    boolean first = task.getIndexOfThisSubtask() == 0;
    ControlCounts counts = ControlCounts.register(metrics, first);
    return new Governor(controlled, ControlInbox.open(settings, counts, context), first);
  }

  /** To be called before the function is opened. */
  void begin() throws Exception {
    inbox.turn();
    controlled.govern(inbox.holds());
  }

  /** What all have agreed on for the next barrier. */
  void agreed(OperatorEvent boundary) {
    inbox.agreed((Boundary) boundary);
  }

  /** To be called right before a barrier is passed on. */
  void barrier() throws Exception {
    ControlState changed = inbox.turn();
    if (changed != null) {
      controlled.govern(changed);
    }
  }

  /** The subjects to be forgotten now: to be asked once it is opened, and at each barrier. */
  List<Command.PurgeSubject> purges() {
    return inbox.purges();
  }

  /** Into the checkpoint. */
  void snapshot() throws Exception {
    inbox.snapshot(first);
  }

  @Override
  public void close() {
    inbox.close();
  }
}
