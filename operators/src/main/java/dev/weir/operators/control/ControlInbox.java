package dev.weir.operators.control;

import dev.weir.operators.state.ControlEntryState;
import dev.weir.operators.state.ControlEntryStateSerializer;
import dev.weir.tokenization.control.Command;
import dev.weir.tokenization.control.CommandJudge;
import dev.weir.tokenization.control.Judgement;
import dev.weir.tokenization.control.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.jspecify.annotations.Nullable;

/**
 * One subtask's reading of the log: what holds, what is to hold from the next checkpoint's barrier
 * on, and its state. Confined to the task's thread.
 */
final class ControlInbox implements AutoCloseable {

  /** For ever: checkpoints find the state by it. */
  static final ListStateDescriptor<ControlEntryState> DESCRIPTOR =
      new ListStateDescriptor<>(ControlSettings.STATE, ControlEntryStateSerializer.INSTANCE);

  private final ControlSettings settings;
  private final CommandJudge judge;
  private final ControlCounts counts;
  private final ListState<ControlEntryState> stored;
  private final List<Command.PurgeSubject> purges = new ArrayList<>();
  private ControlState holds;
  private ControlState next;
  private ControlLog.@Nullable Reader reader;

  private ControlInbox(
      ControlSettings settings,
      ControlCounts counts,
      ListState<ControlEntryState> stored,
      ControlState restored) {
    this.settings = settings;
    this.judge = new CommandJudge(settings.publicKey(), settings.gateway());
    this.counts = counts;
    this.stored = stored;
    this.holds = restored;
    this.next = restored;
  }

  /**
   * Restores what holds, and reads on to where the log ended when the job was started: all subtasks
   * have the same state and the same end, so they begin with the same commands.
   */
  static ControlInbox open(
      ControlSettings settings, ControlCounts counts, StateInitializationContext context)
      throws Exception {
    ListState<ControlEntryState> stored =
        context.getOperatorStateStore().getUnionListState(DESCRIPTOR);
    ControlInbox inbox =
        new ControlInbox(settings, counts, stored, ControlEntries.state(stored.get()));
    inbox.requireWholeLog();
    inbox.agreed(new Boundary(settings.end(), settings.asked()));
    return inbox;
  }

  /**
   * In a log that was made anew, commands at offsets that were read before would be passed over.
   */
  private void requireWholeLog() {
    long read = holds.boundary().offset();
    if (read > settings.end() && reader().end() < read) {
      throw new SuppressRestartsException(
          new IllegalStateException(
              "the control log ends before offset "
                  + read
                  + ", up to which it was obeyed: it is not the one that the state was made with;"
                  + " put its topic back, or start without the state"));
    }
  }

  /** Reads what was agreed on; it holds from the next barrier on. */
  void agreed(Boundary boundary) {
    long from = next.boundary().offset();
    if (from < boundary.offset()) {
      for (ControlLog.Entry entry : reader().read(from, boundary.offset())) {
        judge(entry);
      }
    }
    next = next.upTo(boundary);
  }

  private void judge(ControlLog.Entry entry) {
    Instant logged = Instant.ofEpochMilli(entry.logged());
    Judgement judgement = judge.judge(entry.value(), logged, next.sequence());
    if (judgement instanceof Judgement.Obeyed obeyed) {
      obey(obeyed.order());
      counts.obeyed(entry.offset(), obeyed.order());
    } else if (judgement instanceof Judgement.Refused refused) {
      counts.refused(entry.offset(), refused.why());
    }
  }

  private void obey(Order order) {
    next = next.after(order);
    if (order.command() instanceof Command.PurgeSubject purge) {
      purges.add(purge);
    }
  }

  private ControlLog.Reader reader() {
    if (reader == null) {
      reader = settings.log().open();
    }
    return reader;
  }

  /** What holds from now on; null: nothing has changed. */
  @Nullable ControlState turn() {
    if (next.equals(holds)) {
      return null;
    }
    holds = next;
    return holds;
  }

  /** What holds now. */
  ControlState holds() {
    return holds;
  }

  /** The subjects to be forgotten now, each once. */
  List<Command.PurgeSubject> purges() {
    List<Command.PurgeSubject> due = List.copyOf(purges);
    purges.clear();
    return due;
  }

  /**
   * Into the checkpoint. What is agreed and does not hold yet is read again after a restore.
   *
   * @param first one subtask writes what all know: every subtask reads all of it back
   */
  void snapshot(boolean first) throws Exception {
    stored.update(first ? ControlEntries.of(holds) : List.of());
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.close();
    }
  }
}
