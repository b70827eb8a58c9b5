package dev.weir.operators.progress;

import dev.weir.operators.state.ProgressState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A state held against what was released. */
public final class Comparison {

  /**
   * A subtask whose last transaction is not what the state says.
   *
   * @param state null: the state says nothing of it
   * @param topic null: nothing of it was released
   */
  record Difference(int subtask, @Nullable ProgressState state, @Nullable ProgressState topic) {

    /** Else it was released less than the state says. */
    boolean releasedSince() {
      return topic != null && (state == null || topic.newerThan(state));
    }

    /** How the topic's record is known again. */
    String mark() {
      return topic == null ? "" : topic.run() + "@" + topic.checkpoint();
    }
  }

  private final Collection<ProgressState> state;
  private final Released released;
  private final List<Difference> differences = new ArrayList<>();
  private final List<Integer> undecided = new ArrayList<>();

  private Comparison(Collection<ProgressState> state, Released released) {
    this.state = state;
    this.released = released;
  }

  /**
   * Compares.
   *
   * @param state of every subtask that wrote the checkpoint; empty: a job without state, or of a
   *     build that knew no progress
   * @param reads the sources' topics: without state, what was made of other topics alone is not
   *     made again
   */
  public static Comparison of(
      Collection<ProgressState> state, Released released, Predicate<String> reads) {
    Comparison comparison = new Comparison(state, released);
    state.forEach(comparison::compare);
    if (state.isEmpty()) {
      released.committed().values().stream()
          .map(ProgressRecord::state)
          .filter(topic -> isMadeOf(topic, reads))
          .forEach(
              topic -> comparison.differences.add(new Difference(topic.subtask(), null, topic)));
    }
    return comparison;
  }

  private static boolean isMadeOf(ProgressState topic, Predicate<String> reads) {
    return topic.positions().isEmpty() || topic.positions().keySet().stream().anyMatch(reads);
  }

  private void compare(ProgressState saved) {
    ProgressRecord record = released.committed().get(saved.subtask());
    ProgressState topic = record == null ? null : record.state();
    if (topic != null && topic.sameCheckpoint(saved)) {
      return;
    }
    boolean open =
        released.undecided().stream()
            .map(ProgressRecord::state)
            .anyMatch(s -> s.subtask() == saved.subtask() && s.sameCheckpoint(saved));
    if (open) {
      undecided.add(saved.subtask());
    } else {
      differences.add(new Difference(saved.subtask(), saved, topic));
    }
  }

  /** The same, of some subtasks of the state alone. */
  Comparison of(IntPredicate subtasks) {
    Comparison some = new Comparison(state, released);
    differences.stream().filter(d -> subtasks.test(d.subtask())).forEach(some.differences::add);
    undecided.stream().filter(subtasks::test).forEach(some.undecided::add);
    return some;
  }

  List<Difference> differences() {
    return differences;
  }

  /** Whether a transaction that the state counts on is still open. */
  boolean isUndecided() {
    return !undecided.isEmpty();
  }

  /** Whether the topics hold more than the state knows of. */
  public boolean wouldDouble() {
    return differences.stream().anyMatch(Difference::releasedSince);
  }

  /** Whether the state counts on what was never released. */
  public boolean wouldLose() {
    return differences.stream().anyMatch(difference -> !difference.releasedSince());
  }

  /** What going on would release again. */
  public Amount doubled() {
    return Amount.between(state, wouldDouble() ? released.standing() : state);
  }

  /** What going on would never release. */
  public Amount lost() {
    List<ProgressState> less = new ArrayList<>();
    List<ProgressState> more = new ArrayList<>();
    for (Difference difference : differences) {
      ProgressState saved = difference.state();
      if (saved != null && !difference.releasedSince()) {
        more.add(saved);
        released.standing().stream()
            .filter(standing -> standing.subtask() % saved.parallelism() == saved.subtask())
            .forEach(less::add);
      }
    }
    return Amount.between(less, more);
  }
}
