package dev.weir.operators.progress;

import dev.weir.operators.state.ProgressState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the progress topic says of a gateway.
 *
 * @param committed the newest of each subtask
 * @param undecided of transactions that may still be committed, or of those that hide behind one
 * @param duplicates what somebody let be released again, at each start that asked for it
 */
public record Released(
    SortedMap<Integer, ProgressRecord> committed,
    List<ProgressRecord> undecided,
    List<Amount> duplicates) {

  public Released {
    committed = new TreeMap<>(committed);
    undecided = List.copyOf(undecided);
    duplicates = List.copyOf(duplicates);
  }

  /** Nothing was ever released. */
  public static Released nothing() {
    return new Released(new TreeMap<>(), List.of(), List.of());
  }

  /** The newest of all that is committed; empty if nothing is. */
  public Optional<ProgressRecord> newest() {
    return committed.values().stream()
        .reduce((one, other) -> other.state().newerThan(one.state()) ? other : one);
  }

  /**
   * The records that add up to all that was released. They are those of the newest parallelism; for
   * a subtask that has not committed any since, those of former subtasks whose counts it took over.
   */
  List<ProgressState> standing() {
    List<ProgressState> all = committed.values().stream().map(ProgressRecord::state).toList();
    List<ProgressState> current = setOfNewest(all);
    List<ProgressState> standing = new ArrayList<>(current);
    if (!current.isEmpty() && current.size() < current.get(0).parallelism()) {
      int parallelism = current.get(0).parallelism();
      List<ProgressState> former =
          setOfNewest(all.stream().filter(state -> !alike(state, current.get(0))).toList());
      former.stream()
          .filter(state -> noneOf(current, state.subtask() % parallelism))
          .forEach(standing::add);
    }
    return standing;
  }

  /** All of it, for messages: records by topic, and which offsets they are made of. */
  public String text() {
    return Amount.between(List.of(), standing()).text();
  }

  private static List<ProgressState> setOfNewest(Collection<ProgressState> states) {
    Optional<ProgressState> newest =
        states.stream().reduce((one, other) -> other.newerThan(one) ? other : one);
    Predicate<ProgressState> member = state -> alike(state, newest.orElseThrow());
    return states.stream()
        .filter(member)
        .filter(state -> state.subtask() < state.parallelism())
        .toList();
  }

  private static boolean alike(ProgressState one, ProgressState other) {
    return one.start() == other.start() && one.parallelism() == other.parallelism();
  }

  private static boolean noneOf(List<ProgressState> states, int subtask) {
    return states.stream().noneMatch(state -> state.subtask() == subtask);
  }
}
