package dev.weir.operators.stage;

import dev.weir.operators.record.OutputRecord;
import dev.weir.plan.ReleasePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/**
 * A stage of cohorts in one life after another, of one subtask or several: what it is offered comes
 * from a source that goes back to the checkpoint that a life begins with, and what it lets out is
 * committed with the next complete checkpoint, as by Kafka's transactions.
 */
final class CohortLives implements AutoCloseable {

  /**
   * Of the source; its number is its place there.
   *
   * @param time when it happened
   */
  record Event(long person, long age, long time) {}

  /**
   * Of all subtasks: their state, and how much each had let out since its life began.
   *
   * @param withheld by all since then
   */
  private record Snapshot(
      List<OperatorSubtaskState> states, List<Integer> out, long withheld, int read, long at) {

    /** As it is in the life that begins with it. */
    Snapshot restored() {
      return new Snapshot(states, Collections.nCopies(states.size(), 0), 0, read, at);
    }
  }

  final List<OutputRecord> committed = new ArrayList<>();
  final List<OutputRecord> everything = new ArrayList<>();

  /** As of the last complete checkpoint. */
  long withheld;

  private final Deadlines deadlines;
  private final List<Event> source;
  private final ReleasePlan release;
  private final Map<Long, Snapshot> pending = new LinkedHashMap<>();
  private List<CohortHarness> subtasks;
  private int[] committedOfLife = new int[1];
  private int[] seenOfLife = new int[1];
  private @Nullable Snapshot last;
  private int read;
  private long checkpoints;
  private long committedWithheld;
  private long now;
  private long seenAt;

  CohortLives(List<Event> source, ReleasePlan release) throws Exception {
    this.source = source;
    this.deadlines = new Deadlines(release);
    this.release = release;
    this.subtasks = List.of(harness(1, 0, null));
  }

  private CohortHarness harness(int of, int subtask, @Nullable OperatorSubtaskState state)
      throws Exception {
    return new CohortHarness(release, () -> CohortHarness.NOW, true, of, subtask, state);
  }

  void offer(int count) throws Exception {
    for (int left = count; left > 0 && read < source.size(); left--) {
      Event event = source.get(read);
      deadlines.arrives(read, now);
      with(event.age()).offer(read++, event.person(), event.age(), event.time(), "");
    }
    see();
  }

  /** The subtask that the region of that age is with. */
  private CohortHarness with(long age) {
    int region = subtasks.get(0).region(age);
    return subtasks.get(
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            region, CohortHarness.MAX_PARALLELISM, subtasks.size()));
  }

  void pass(long millis) throws Exception {
    now += millis;
    for (CohortHarness subtask : subtasks) {
      subtask.passTo(now);
    }
    see();
  }

  private void see() {
    for (int subtask = 0; subtask < subtasks.size(); subtask++) {
      List<OutputRecord> out = subtasks.get(subtask).out();
      List<OutputRecord> left = out.subList(seenOfLife[subtask], out.size());
      left.forEach(record -> deadlines.leaves(record.offset(), seenAt, now));
      everything.addAll(left);
      seenOfLife[subtask] = out.size();
    }
    seenAt = now;
  }

  void barrier() throws Exception {
    checkpoints++;
    List<OperatorSubtaskState> states = new ArrayList<>();
    for (CohortHarness subtask : subtasks) {
      states.add(subtask.barrier(checkpoints));
    }
    see();
    List<Integer> out = Arrays.stream(seenOfLife).boxed().toList();
    pending.put(checkpoints, new Snapshot(states, out, withheldOfLife(), read, now));
  }

  private long withheldOfLife() {
    return subtasks.stream()
        .flatMap(subtask -> subtask.tally().withheld().values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  /**
   * The newest checkpoint is complete.
   *
   * @param told whether the stage hears of it in this life
   */
  void complete(boolean told) throws Exception {
    Snapshot newest = pending.get(checkpoints);
    if (newest != null) {
      pending.clear();
      last = newest;
      commit(newest);
      if (told) {
        deadlines.knowsOf(newest.at(), newest.read(), now);
      }
      for (CohortHarness subtask : told ? subtasks : List.<CohortHarness>of()) {
        subtask.complete(checkpoints);
      }
      see();
    }
  }

  private void commit(Snapshot newest) {
    for (int subtask = 0; subtask < subtasks.size(); subtask++) {
      int to = newest.out().get(subtask);
      committed.addAll(subtasks.get(subtask).out().subList(committedOfLife[subtask], to));
      committedOfLife[subtask] = to;
    }
    withheld += newest.withheld() - committedWithheld;
    committedWithheld = newest.withheld();
  }

  /** Another life, from the last complete checkpoint, at another parallelism. */
  void kill(int of) throws Exception {
    close();
    pending.clear();
    List<CohortHarness> next = new ArrayList<>();
    for (int subtask = 0; subtask < of; subtask++) {
      next.add(harness(of, subtask, last == null ? null : moved(last.states(), of, subtask)));
    }
    subtasks = next;
    committedOfLife = new int[of];
    seenOfLife = new int[of];
    read = last == null ? 0 : last.read();
    committedWithheld = 0;
    deadlines.lifeBegins();
    if (last != null) {
      deadlines.knowsOf(last.at(), read, now);
      last = last.restored();
    }
    pass(0);
  }

  private static OperatorSubtaskState moved(List<OperatorSubtaskState> from, int of, int subtask)
      throws Exception {
    OperatorSubtaskState whole =
        AbstractStreamOperatorTestHarness.repackageState(from.toArray(OperatorSubtaskState[]::new));
    return AbstractStreamOperatorTestHarness.repartitionOperatorState(
        whole, CohortHarness.MAX_PARALLELISM, from.size(), of, subtask);
  }

  /** Whatever is left is offered, decided, and leaves. */
  void end() throws Exception {
    offer(source.size());
    for (int round = 0; round < 3; round++) {
      pass(3 * CohortHarness.HOLD);
      barrier();
      complete(true);
    }
  }

  @Override
  public void close() throws Exception {
    for (CohortHarness subtask : subtasks) {
      subtask.close();
    }
  }
}
