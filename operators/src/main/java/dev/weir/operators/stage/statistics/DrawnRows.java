package dev.weir.operators.stage.statistics;

import dev.weir.operators.state.DrawnRowSerializer;
import dev.weir.operators.statistics.DrawnRow;
import dev.weir.operators.statistics.DrawnWindow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;

/**
 * Rows that wait until the checkpoint is complete that holds their numbers: after a failure a
 * window that no complete checkpoint holds is drawn anew, and nobody, {@code read_uncommitted} or
 * not, has seen the numbers that are lost.
 */
final class DrawnRows {

  private static final MapStateDescriptor<Long, DrawnRow> DRAWN =
      new MapStateDescriptor<>("drawn", LongSerializer.INSTANCE, DrawnRowSerializer.INSTANCE);

  private final ProductState state;
  private final Consumer<DrawnWindow> exit;
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long first;
  private long next;

  /** What a checkpoint's barrier has passed: rows before that place. */
  private record Mark(long checkpoint, long next) {}

  DrawnRows(ProductState state, Consumer<DrawnWindow> exit) {
    this.state = state;
    this.exit = exit;
  }

  void add(DrawnWindow window) throws Exception {
    rows().put(next++, window.charge());
    for (DrawnRow row : window.rows()) {
      rows().put(next++, row);
    }
  }

  /** All before this is in the checkpoint. */
  void barrier(long checkpoint) {
    marks.addLast(new Mark(checkpoint, next));
  }

  /** The checkpoint is complete, and so is what it holds of earlier ones. */
  void complete(long checkpoint) throws Exception {
    while (!marks.isEmpty() && marks.getFirst().checkpoint() <= checkpoint) {
      letOut(marks.removeFirst().next(), exit);
    }
  }

  private void letOut(long to, Consumer<DrawnWindow> exit) throws Exception {
    MapState<Long, DrawnRow> rows = rows();
    List<DrawnRow> leaving = new ArrayList<>();
    for (; first < to; first++) {
      leaving.add(rows.get(first));
      rows.remove(first);
    }
    DrawnWindow.of(leaving).forEach(exit);
  }

  /**
   * What the state holds was in a complete checkpoint: it was restored from one.
   *
   * @param again takes it: from an older one than the newest it has left already
   */
  void restored(Consumer<DrawnWindow> again) throws Exception {
    List<Long> places = new ArrayList<>();
    rows().keys().forEach(places::add);
    if (!places.isEmpty()) {
      first = Collections.min(places);
      next = Collections.max(places) + 1;
      letOut(next, again);
    }
  }

  private MapState<Long, DrawnRow> rows() throws Exception {
    return state.of(Places.PRODUCT, DRAWN);
  }
}
