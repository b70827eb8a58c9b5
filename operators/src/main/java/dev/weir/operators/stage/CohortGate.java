package dev.weir.operators.stage;

import dev.weir.operators.cohort.DecidedRow;
import dev.weir.privacy.cohort.CohortId;
import dev.weir.privacy.cohort.Subject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
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
  private Set<Object> about = new HashSet<>();
  private long first;
  private long next;
  private boolean isShut;

  /**
   * What a checkpoint's barrier has passed.
   *
   * @param next the first row that came after it
   * @param about people of whom, and cohorts of which, a decision was made since the barrier before
   * @param followers rows of theirs that came after the barrier, and need no later one
   */
  private record Mark(long checkpoint, long next, Set<Object> about, List<Long> followers) {}

  /** Where rows leave. */
  interface Exit {
    void leave(DecidedRow row) throws Exception;
  }

  CohortGate(MapState<Long, DecidedRow> decided) {
    this.decided = decided;
  }

  /**
   * Nothing leaves that comes before the next barrier has passed, until its checkpoint is complete.
   */
  void shut() {
    isShut = true;
  }

  boolean isShut() {
    return isShut;
  }

  /** The decision that this person's rows leave by was just made. */
  void decidedOn(Subject subject) {
    about.add(subject);
  }

  /** The decision that everybody's rows leave by who is in this cohort was just made. */
  void decidedOn(CohortId cohort) {
    about.add(cohort);
  }

  private static boolean concerns(Set<Object> about, DecidedRow row) {
    CohortId cohort = row.cohort();
    return about.contains(row.subject()) || cohort != null && about.contains(cohort);
  }

  /** The last barrier that a decision about this row has passed; null: none that counts yet. */
  private @Nullable Mark latest(DecidedRow row) {
    Iterator<Mark> latestFirst = marks.descendingIterator();
    while (latestFirst.hasNext()) {
      Mark mark = latestFirst.next();
      if (concerns(mark.about(), row)) {
        return mark;
      }
    }
    return null;
  }

  /**
   * Holds a row, if a decision about its person or cohort is in no complete checkpoint yet.
   *
   * @return false: it may leave
   */
  boolean hold(DecidedRow row) throws Exception {
    if (isShut) {
      decidedOn(row.subject());
    }
    if (!concerns(about, row)) {
      Mark before = latest(row);
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
    isShut = false;
    if (!about.isEmpty() || marks.isEmpty() || marks.getLast().next() < next) {
      marks.addLast(new Mark(checkpoint, next, about, new ArrayList<>()));
      about = new HashSet<>();
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

  /**
   * What the state holds was in a complete checkpoint, from which it was restored, and leaves at
   * once; but if all is {@link #shut()}, with what comes.
   */
  void restored(Exit out) throws Exception {
    first = Long.MAX_VALUE;
    for (Map.Entry<Long, DecidedRow> row : decided.entries()) {
      first = Math.min(first, row.getKey());
      next = Math.max(next, row.getKey() + 1);
      decidedOn(row.getValue().subject());
    }
    first = Math.min(first, next);
    if (!isShut) {
      end(out);
    }
  }

  /** Everything may leave: the input has ended. */
  void end(Exit out) throws Exception {
    letOut(next, out);
    marks.clear();
    about.clear();
  }

  /** All that is held. */
  Iterable<DecidedRow> rows() throws Exception {
    return decided.values();
  }

  /** Takes such rows away: which. */
  List<DecidedRow> take(Predicate<DecidedRow> those) throws Exception {
    return take(decided, those);
  }

  /** Takes such rows out of rows that are kept by their places: which. */
  static List<DecidedRow> take(MapState<Long, DecidedRow> rows, Predicate<DecidedRow> those)
      throws Exception {
    Map<Long, DecidedRow> gone = new TreeMap<>();
    for (Map.Entry<Long, DecidedRow> row : rows.entries()) {
      if (those.test(row.getValue())) {
        gone.put(row.getKey(), row.getValue());
      }
    }
    for (long place : gone.keySet()) {
      rows.remove(place);
    }
    return List.copyOf(gone.values());
  }
}
