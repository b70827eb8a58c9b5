package dev.weir.privacy.generalize;

import java.util.ArrayList;
import java.util.List;

/** The quasi-identifiers of a release, each an axis or two; loss is the mean over the fields. */
public final class Space {

  private final List<Field> fields;
  private final List<Axis> axes = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();

  /** At least one field. */
  public Space(List<Field> fields) {
    this.fields = List.copyOf(fields);
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("A space has a field");
    }
    for (Field field : fields) {
      for (Axis axis : field.axes()) {
        axes.add(axis);
        weights.add(1.0 / fields.size() / field.axes().size());
      }
    }
  }

  public List<Field> fields() {
    return fields;
  }

  public int size() {
    return axes.size();
  }

  public Axis axis(int axis) {
    return axes.get(axis);
  }

  /** What an axis counts for; they add up to 1. */
  public double weight(int axis) {
    return weights.get(axis);
  }

  /** The smallest box of the public grid that holds these two corners. */
  public Box box(long[] low, long[] high) {
    long[] from = low.clone();
    long[] to = high.clone();
    for (int axis = 0; axis < size(); axis++) {
      if (low[axis] != Axis.MISSING) {
        from[axis] = axis(axis).from(low[axis], high[axis]);
        to[axis] = axis(axis).to(low[axis], high[axis]);
      }
    }
    return new Box(Codes.of(from), Codes.of(to));
  }

  /** The mean over the fields, 0 to 1. What is missing has nothing to lose. */
  public double loss(Box box) {
    double loss = 0;
    for (int axis = 0; axis < size(); axis++) {
      loss += weight(axis) * loss(axis, box.from().get(axis), box.to().get(axis));
    }
    return loss;
  }

  /** The mean over the axes of one field, 0 to 1. */
  public double fieldLoss(int field, Box box) {
    int axis = fields.subList(0, field).stream().mapToInt(before -> before.axes().size()).sum();
    int end = axis + fields.get(field).axes().size();
    double loss = 0;
    for (int at = axis; at < end; at++) {
      loss += loss(at, box.from().get(at), box.to().get(at));
    }
    return loss / fields.get(field).axes().size();
  }

  /** Of one axis, with missing values too. */
  public double loss(int axis, long low, long high) {
    return low == Axis.MISSING ? 0 : axis(axis).loss(low, high);
  }

  /** How a side of a box is shown. */
  public Shown shown(int axis, Box box) {
    long from = box.from().get(axis);
    return from == Axis.MISSING ? new Shown.Missing() : axis(axis).shown(from, box.to().get(axis));
  }
}
