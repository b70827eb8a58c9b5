package dev.weir.operators.stage;

import dev.weir.operators.cohort.DecidedRow;
import dev.weir.privacy.cohort.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.apache.flink.api.common.state.MapState;

/**
 * Keeps the rows of one region that may leave until a public clock ticks, and lets them out then
 * with all others of the tick, shuffled: nobody sees who of them came first. Rows of one person
 * keep their order. Without a pace rows leave at once.
 *
 * <p>The rows are in the state of the region, which must be the current key.
 */
final class CohortPace {

  private static final long NONE = 0;

  private final long millis;
  private final MapState<Long, DecidedRow> rows;
  private final RandomGenerator random;
  private final Consumer<DecidedRow> out;
  private int gathered;
  private long next;
  private long ticks;

  /**
   * @param millis from tick to tick, which are multiples of it since the epoch; 0: there is no pace
   * @param random that nobody outside foresees
   * @param now when the region was loaded
   */
  CohortPace(
      long millis,
      MapState<Long, DecidedRow> rows,
      RandomGenerator random,
      long now,
      Consumer<DecidedRow> out)
      throws Exception {
    this.millis = millis;
    this.rows = rows;
    this.random = random;
    this.out = out;
    this.ticks = isPaced() ? Math.floorDiv(now, millis) : 0;
    for (Long place : rows.keys()) {
      gathered++;
      next = Math.max(next, place + 1);
    }
  }

  boolean isPaced() {
    return millis != NONE;
  }

  boolean isEmpty() {
    return gathered == 0;
  }

  /** When the clock ticks next. */
  long nextTick() {
    return (ticks + 1) * millis;
  }

  /** Whether it has ticked since it was asked last. */
  boolean hasTicked(long now) {
    boolean ticked = isPaced() && now >= nextTick();
    if (ticked) {
      ticks = Math.floorDiv(now, millis);
    }
    return ticked;
  }

  void leave(DecidedRow row) throws Exception {
    if (isPaced()) {
      gathered++;
      rows.put(next++, row);
    } else {
      out.accept(row);
    }
  }

  /** All that has gathered leaves. */
  void letOut() throws Exception {
    Map<Long, DecidedRow> inOrder = new TreeMap<>();
    for (Map.Entry<Long, DecidedRow> row : rows.entries()) {
      inOrder.put(row.getKey(), row.getValue());
    }
    shuffled(List.copyOf(inOrder.values())).forEach(out);
    rows.clear();
    gathered = 0;
  }

  /** Each place goes to some person, and each person's rows to that person's places in order. */
  private List<DecidedRow> shuffled(List<DecidedRow> inOrder) {
    Map<Subject, List<DecidedRow>> rowsOf = new HashMap<>();
    List<Subject> people = new ArrayList<>();
    for (DecidedRow row : inOrder) {
      people.add(row.subject());
      rowsOf.computeIfAbsent(row.subject(), unseen -> new ArrayList<>()).add(row);
    }
    for (int left = people.size(); left > 1; left--) {
      int other = random.nextInt(left);
      Subject moved = people.get(left - 1);
      people.set(left - 1, people.get(other));
      people.set(other, moved);
    }
    Map<Subject, Iterator<DecidedRow>> next = new HashMap<>();
    rowsOf.forEach((person, own) -> next.put(person, own.iterator()));
    return people.stream().map(next::get).map(Iterator::next).toList();
  }

  /** All that has gathered. */
  Iterable<DecidedRow> rows() throws Exception {
    return rows.values();
  }

  /** Takes such rows away: which. */
  List<DecidedRow> take(Predicate<DecidedRow> those) throws Exception {
    List<DecidedRow> gone = CohortGate.take(rows, those);
    gathered -= gone.size();
    return gone;
  }
}
