package dev.weir.operators.stage;

import dev.weir.operators.cohort.DecidedRow;
import dev.weir.privacy.cohort.Subject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.state.MapState;
import org.jspecify.annotations.Nullable;

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
   * @param followers rows of theirs that came after the barrier, and need no later one
   */
  private record Mark(long checkpoint, long next, Set<Subject> people, List<Long> followers) {}

  /** Where rows leave. */
  interface Exit {
    void leave(DecidedRow row) throws Exception;
  }

  CohortGate(MapState<Long, DecidedRow> decided) {
    this.decided = decided;
  }

  /** The decision that this person's rows leave by was just made. */
  void shut(Subject subject) {
    people.add(subject);
  }

  /** The last barrier that a decision about this person has passed; null: none that counts yet. */
  private @Nullable Mark latest(Subject subject) {
    Iterator<Mark> latestFirst = marks.descendingIterator();
    while (latestFirst.hasNext()) {
      Mark mark = latestFirst.next();
      if (mark.people().contains(subject)) {
        return mark;
      }
    }
    return null;
  }

  /**
   * Holds a row, if a decision about its person is in no complete checkpoint yet.
   *
   * @return false: it may leave
   */
  boolean hold(DecidedRow row) throws Exception {
    if (!people.contains(row.subject())) {
      Mark before = latest(row.subject());
      if (before == null) {
        return false;
      }
      before.followers().add(next);
    }
    decided.put(next++, row);
    return true;
  }

  /** All before this is in the checkpoint. */
  void barrier(long checkpoint) {
    if (!people.isEmpty() || marks.isEmpty() || marks.getLast().next() < next) {
      marks.addLast(new Mark(checkpoint, next, people, new ArrayList<>()));
      people = new HashSet<>();
    }
  }

  /** The checkpoint is complete, and so is what it holds of earlier ones. */
  void complete(long checkpoint, Exit out) throws Exception {
    while (!marks.isEmpty() && marks.getFirst().checkpoint() <= checkpoint) {
      Mark mark = marks.removeFirst();
      letOut(mark.next(), out);
      for (long follower : mark.followers()) {
        letOutOne(follower, out);
      }
    }
  }

  private void letOut(long to, Exit out) throws Exception {
    for (; first < to; first++) {
      letOutOne(first, out);
    }
  }

  private void letOutOne(long place, Exit out) throws Exception {
    DecidedRow row = decided.get(place);
    if (row != null) { // null: it has left, or its subject was erased
      decided.remove(place);
      out.leave(row);
    }
  }

  /** What the state holds was in a complete checkpoint: it was restored from one. */
  void restored(Exit out) throws Exception {
    List<Long> places = new ArrayList<>();
    decided.keys().forEach(places::add);
    places.sort(null);
    for (long place : places) {
      out.leave(decided.get(place));
      decided.remove(place);
      next = place + 1;
    }
    first = next;
  }

  /** Everything may leave: the input has ended. */
  void end(Exit out) throws Exception {
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
    return forget(decided, subject);
  }

  /** Takes the rows of a subject out of rows that are kept by their places: how many. */
  static int forget(MapState<Long, DecidedRow> rows, Subject subject) throws Exception {
    List<Long> gone = new ArrayList<>();
    for (Map.Entry<Long, DecidedRow> row : rows.entries()) {
      if (row.getValue().subject().equals(subject)) {
        gone.add(row.getKey());
      }
    }
    for (long place : gone) {
      rows.remove(place);
    }
    return gone.size();
  }
}
