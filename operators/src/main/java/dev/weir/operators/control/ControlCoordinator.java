package dev.weir.operators.control;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.runtime.operators.coordination.CoordinatorStore;
import org.apache.flink.runtime.operators.coordination.OperatorCoordinator;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.jspecify.annotations.Nullable;

/**
 * Lets all subtasks of all operators agree on how far the log is obeyed at each checkpoint. Runs in
 * the job manager, whose main thread calls every method.
 *
 * <p>Flink delivers what a coordinator sends before it has answered {@link #checkpointCoordinator}
 * before that checkpoint's barrier, or lets the task fail. Nothing is kept here: subtasks have in
 * their state how far they are, and read the log themselves.
 */
final class ControlCoordinator implements OperatorCoordinator {

  private static final String AGREED = "weir-control";
  private static final byte[] NOTHING = {};

  private final CoordinatorStore store;
  private final ControlSettings settings;
  private final EndOfLog end;
  private final Map<Integer, Attempt> subtasks = new HashMap<>();

  /**
   * @param store that all coordinators of the job share
   */
  ControlCoordinator(CoordinatorStore store, ControlSettings settings, EndOfLog end) {
    this.store = store;
    this.settings = settings;
    this.end = end;
  }

  private record Agreed(long checkpoint, Boundary boundary) {}

  /**
   * One attempt of a subtask.
   *
   * @param told what it was told last, which it keeps until it is over
   */
  private record Attempt(SubtaskGateway gateway, Boundary told) {}

  @Override
  public void start() {
    end.start();
  }

  @Override
  public void checkpointCoordinator(long checkpoint, CompletableFuture<byte[]> result) {
    Boundary boundary = agree(checkpoint);
    subtasks.replaceAll((number, subtask) -> tell(subtask, boundary));
    result.complete(NOTHING);
  }

  /** The first operator that is asked decides for all of the job. */
  private Boundary agree(long checkpoint) {
    Agreed agreed =
        (Agreed)
            store.compute(
                AGREED,
                (key, last) -> {
                  Agreed before = (Agreed) last;
                  return before != null && before.checkpoint() == checkpoint
                      ? before
                      : new Agreed(checkpoint, end.now());
                });
    return agreed.boundary();
  }

  /**
   * Tells what is new, and nothing else: an event to a task that has just ended for good would
   * count as a failure of its own, for which Flink restarts the job. What cannot be sent makes the
   * task fail, and that is Flink's to do.
   */
  private Attempt tell(Attempt subtask, Boundary boundary) {
    boolean news =
        boundary.offset() > subtask.told().offset()
            || settings.dateBetween(subtask.told().clock(), boundary.clock());
    if (!news) {
      return subtask;
    }
    var unused = subtask.gateway().sendEvent(boundary);
    return new Attempt(subtask.gateway(), boundary);
  }

  /** It has begun with what held when the job was started, or with more. */
  @Override
  public void executionAttemptReady(int subtask, int attempt, SubtaskGateway gateway) {
    subtasks.put(subtask, new Attempt(gateway, new Boundary(settings.end(), settings.asked())));
  }

  @Override
  public void executionAttemptFailed(int subtask, int attempt, @Nullable Throwable reason) {
    subtasks.remove(subtask);
  }

  @Override
  public void subtaskReset(int subtask, long checkpoint) {
    subtasks.remove(subtask);
  }

  @Override
  public void resetToCheckpoint(long checkpoint, byte @Nullable [] state) {
    subtasks.clear();
  }

  @Override
  public void handleEventFromOperator(int subtask, int attempt, OperatorEvent event) {
    throw new IllegalStateException("no operator tells the coordinator anything");
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) {}

  @Override
  public void close() {
    end.close();
  }
}
