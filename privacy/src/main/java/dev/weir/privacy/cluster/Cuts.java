package dev.weir.privacy.cluster;

import dev.weir.privacy.generalize.Codes;
import dev.weir.privacy.generalize.Space;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** Greedy cuts of many points at the median of the widest axis, until no part is too large. */
public final class Cuts {

  private Cuts() {}

  /**
   * @param largest what a part may hold, unless its points cannot be told apart
   * @param smallest what a part holds at least, if all do
   */
  public static <T> List<List<T>> parts(
      Space space, List<T> items, Function<T, Codes> point, int largest, int smallest) {
    List<List<T>> parts = new ArrayList<>();
    Deque<List<T>> open = new ArrayDeque<>(List.of(items));
    while (!open.isEmpty()) {
      List<T> part = open.removeFirst();
      Cut cut = part.size() <= largest ? null : Cut.best(space, points(part, point), smallest);
      if (cut == null) {
        parts.add(part);
      } else {
        open.addFirst(part.stream().filter(item -> !cut.isBelow(point.apply(item))).toList());
        open.addFirst(part.stream().filter(item -> cut.isBelow(point.apply(item))).toList());
      }
    }
    return parts;
  }

  private static <T> List<Codes> points(List<T> items, Function<T, Codes> point) {
    return items.stream().map(point).toList();
  }
}
