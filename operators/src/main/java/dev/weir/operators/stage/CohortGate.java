package dev.weir.operators.stage;

import dev.weir.operators.cohort.Completion.Completed;
import dev.weir.operators.cohort.DecidedRow;
import dev.weir.privacy.cohort.Subject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.MapState;

/**
 * Holds the rows of one region until the checkpoint is complete that holds the decisions which they
 * leave by. After a failure a decision that no complete checkpoint holds may be made otherwise; as
 * no row has left by it, nobody, {@code read_uncommitted} or not, sees one event in two boxes.
 *
 * <p>The rows are in the state of the region, which must be the current key.
 */
final class CohortGate {

  private final MapState<Long, DecidedRow> decided;
  private final Deque<Mark> marks = new ArrayDeque<>();
  private Set<Subject> people = new HashSet<>();
  private long first;
  private long next;

  /**
   * What a checkpoint's barrier has passed.
   *
   * @param next the first row that came after it
   * @param people of whom a decision was made since the barrier before
   */
  private record Mark(long checkpoint, long next, Set<Subject> people) {}

  CohortGate(MapState<Long, DecidedRow> decided) {
    this.decided = decided;
  }

  /** The decision that this person's rows leave by was just made. */
  void shut(Subject subject) {
    people.add(subject);
  }

  /** Whether a decision about this person is in no complete checkpoint yet. */
  boolean isShut(Subject subject) {
    return people.contains(subject)
        || marks.stream().anyMatch(mark -> mark.people().contains(subject));
  }

  void hold(DecidedRow row) throws Exception {
    decided.put(next++, row);
  }

  /** All before this is in the checkpoint. */
  void barrier(long checkpoint) {
    if (!people.isEmpty() || marks.isEmpty() || marks.getLast().next() < next) {
      marks.addLast(new Mark(checkpoint, next, people));
      people = new HashSet<>();
    }
  }

  /** The checkpoint is complete, and so is what it holds of earlier ones. */
  void complete(long checkpoint, Consumer<Completed> out) throws Exception {
    while (!marks.isEmpty() && marks.getFirst().checkpoint() <= checkpoint) {
      letOut(marks.removeFirst().next(), out);
    }
  }

  private void letOut(long to, Consumer<Completed> out) throws Exception {
    for (; first < to; first++) {
      DecidedRow row = decided.get(first);
      if (row != null) { // null: its subject was erased
        decided.remove(first);
        out.accept(row.completed());
      }
    }
  }

  /** What the state holds was in a complete checkpoint: it was restored from one. */
  void restored(Consumer<Completed> out) throws Exception {
    List<Long> places = new ArrayList<>();
    decided.keys().forEach(places::add);
    places.sort(null);
    for (long place : places) {
      out.accept(decided.get(place).completed());
      decided.remove(place);
      next = place + 1;
    }
    first = next;
  }

  /** Everything may leave: the input has ended. */
  void end(Consumer<Completed> out) throws Exception {
    letOut(next, out);
    marks.clear();
    people.clear();
  }

  /** Takes all rows away: how many. */
  int clear() throws Exception {
    int rows = 0;
    for (Long unused : decided.keys()) {
      rows++;
    }
    decided.clear();
    return rows;
  }

  /** Takes the rows of a subject away: how many. */
  int forget(Subject subject) throws Exception {
    List<Long> gone = new ArrayList<>();
    for (Map.Entry<Long, DecidedRow> row : decided.entries()) {
      if (row.getValue().subject().equals(subject)) {
        gone.add(row.getKey());
      }
    }
    for (long place : gone) {
      decided.remove(place);
    }
    return gone.size();
  }
}
