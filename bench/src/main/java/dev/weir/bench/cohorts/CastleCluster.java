package dev.weir.bench.cohorts;

import dev.weir.privacy.generalize.Codes;
import dev.weir.privacy.generalize.Space;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows that wait together, and the smallest box around them. */
final class CastleCluster {

  record Waiting(int row, int person, Codes point) {}

  private final Space space;
  private final long[] low;
  private final long[] high;
  private final List<Waiting> rows = new ArrayList<>();
  private final Set<Integer> people = new HashSet<>();
  private double loss;

  CastleCluster(Space space, Waiting first) {
    this.space = space;
    this.low = first.point().toArray();
    this.high = first.point().toArray();
    add(first);
  }

  void add(Waiting row) {
    for (int axis = 0; axis < low.length; axis++) {
      low[axis] = Math.min(low[axis], row.point().get(axis));
      high[axis] = Math.max(high[axis], row.point().get(axis));
    }
    rows.add(row);
    people.add(row.person());
    loss = loss(low, high);
  }

  void addAll(CastleCluster other) {
    other.rows.forEach(this::add);
  }

  private double loss(long[] from, long[] to) {
    double sum = 0;
    for (int axis = 0; axis < from.length; axis++) {
      sum += space.weight(axis) * space.loss(axis, from[axis], to[axis]);
    }
    return sum;
  }

  double lossWith(Codes point) {
    double sum = 0;
    for (int axis = 0; axis < low.length; axis++) {
      long code = point.get(axis);
      sum +=
          space.weight(axis)
              * space.loss(axis, Math.min(low[axis], code), Math.max(high[axis], code));
    }
    return sum;
  }

  double lossWith(CastleCluster other) {
    long[] from = low.clone();
    long[] to = high.clone();
    for (int axis = 0; axis < from.length; axis++) {
      from[axis] = Math.min(from[axis], other.low[axis]);
      to[axis] = Math.max(to[axis], other.high[axis]);
    }
    return loss(from, to);
  }

  CastleBox box() {
    return new CastleBox(space.box(low, high), loss);
  }

  double loss() {
    return loss;
  }

  List<Waiting> rows() {
    return rows;
  }

  int people() {
    return people.size();
  }
}
