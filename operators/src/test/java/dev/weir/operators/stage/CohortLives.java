package dev.weir.operators.stage;

import dev.weir.config.agreement.CohortMode;
import dev.weir.operators.record.OutputRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/**
 * A cohort operator in one life after another: what it is offered comes from a source that goes
 * back to the checkpoint that a life begins with, and what it lets out is committed with the next
 * complete checkpoint, as by Kafka's transactions.
 */
final class CohortLives implements AutoCloseable {

  /** Of the source; its number is its place there. */
  record Event(long person, long age) {}

  private record Snapshot(OperatorSubtaskState state, int parallelism, int read, int out) {}

  final List<OutputRecord> committed = new ArrayList<>();
  final List<OutputRecord> everything = new ArrayList<>();
  private final List<Event> source;
  private final @Nullable String pace;
  private final Map<Long, Snapshot> pending = new LinkedHashMap<>();
  private CohortHarness harness;
  private @Nullable Snapshot last;
  private int parallelism = 1;
  private int read;
  private int committedOfLife;
  private int seenOfLife;
  private long checkpoints;
  private long now;

  CohortLives(List<Event> source, @Nullable String pace) throws Exception {
    this.source = source;
    this.pace = pace;
    this.harness = harness(null);
  }

  private CohortHarness harness(@Nullable OperatorSubtaskState state) throws Exception {
    return new CohortHarness(
        CohortHarness.release(CohortMode.STABLE, CohortHarness.K, "form", pace),
        () -> CohortHarness.NOW,
        true,
        parallelism,
        subtask(parallelism),
        state);
  }

  /** That the release's region is with. */
  private static int subtask(int parallelism) {
    int region = CohortRegions.only(CohortHarness.release(CohortMode.STABLE));
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
        region, CohortHarness.MAX_PARALLELISM, parallelism);
  }

  void offer(int count) throws Exception {
    for (int left = count; left > 0 && read < source.size(); left--) {
      Event event = source.get(read);
      harness.offer(read++, event.person(), event.age());
    }
    see();
  }

  void pass(long millis) throws Exception {
    now += millis;
    harness.passTo(now);
    see();
  }

  private void see() {
    List<OutputRecord> out = harness.out();
    everything.addAll(out.subList(seenOfLife, out.size()));
    seenOfLife = out.size();
  }

  void barrier() throws Exception {
    OperatorSubtaskState state = harness.barrier(++checkpoints);
    see();
    pending.put(checkpoints, new Snapshot(state, parallelism, read, seenOfLife));
  }

  /**
   * The newest checkpoint is complete.
   *
   * @param told whether the operator hears of it in this life
   */
  void complete(boolean told) throws Exception {
    Snapshot newest = pending.get(checkpoints);
    if (newest != null) {
      pending.clear();
      last = newest;
      committed.addAll(harness.out().subList(committedOfLife, newest.out()));
      committedOfLife = newest.out();
      if (told) {
        harness.complete(checkpoints);
        see();
      }
    }
  }

  /** Another life, from the last complete checkpoint, at another parallelism. */
  void kill(int of) throws Exception {
    harness.close();
    pending.clear();
    parallelism = of;
    harness = harness(last == null ? null : moved(last));
    read = last == null ? 0 : last.read();
    committedOfLife = 0;
    seenOfLife = 0;
    if (last != null) {
      last = new Snapshot(last.state(), last.parallelism(), last.read(), 0);
    }
    harness.passTo(now);
    see();
  }

  private OperatorSubtaskState moved(Snapshot from) throws Exception {
    OperatorSubtaskState whole = AbstractStreamOperatorTestHarness.repackageState(from.state());
    return AbstractStreamOperatorTestHarness.repartitionOperatorState(
        whole,
        CohortHarness.MAX_PARALLELISM,
        from.parallelism(),
        parallelism,
        subtask(parallelism));
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
    harness.close();
  }
}
