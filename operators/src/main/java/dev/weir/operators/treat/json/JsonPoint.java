package dev.weir.operators.treat.json;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.cohort.PointCode;
import dev.weir.operators.cohort.PointCodes;
import dev.weir.operators.cohort.QuasiIdentifier;
import dev.weir.operators.decode.json.JsonLayout;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.plan.Generalization;
import dev.weir.privacy.generalize.Axis;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads where an event's quasi-identifiers lie in the space of its release. */
final class JsonPoint {

  private final List<Coordinate> coordinates = new ArrayList<>();

  /**
   * A value on an axis.
   *
   * @param field that it is of, for who must mend it
   * @param other the field's other axis: a place is whole or not there; null: it has none
   */
  private record Coordinate(
      FieldPath field, JsonLayout.Leaf leaf, JsonLayout.@Nullable Leaf other, PointCode code) {}

  JsonPoint(CohortSpace space, JsonLayout layout) {
    for (QuasiIdentifier field : space.fields()) {
      FieldPath path = field.leaf().source();
      List<Axis> axes = field.field().axes();
      if (field.to() instanceof Generalization.Place) {
        JsonLayout.Leaf lat = leaf(layout, path.then("lat"));
        JsonLayout.Leaf lon = leaf(layout, path.then("lon"));
        coordinates.add(coordinate(path, lat, lon, axes.get(0)));
        coordinates.add(coordinate(path, lon, lat, axes.get(1)));
      } else {
        coordinates.add(coordinate(path, leaf(layout, path), null, axes.get(0)));
      }
    }
  }

  private static JsonLayout.Leaf leaf(JsonLayout layout, FieldPath path) {
    JsonLayout.Leaf leaf = layout.leaf(path);
    if (leaf == null) {
      throw new IllegalArgumentException("the plan generalizes what it does not read: " + path);
    }
    return leaf;
  }

  private static Coordinate coordinate(
      FieldPath path, JsonLayout.Leaf leaf, JsonLayout.@Nullable Leaf other, Axis axis) {
    LogicalType type = leaf.type();
    return new Coordinate(path, leaf, other, PointCodes.of(axis, type, leaf.zone()));
  }

  /** Puts the codes there; says what has none. Where there is no field, all codes stay the same. */
  @Nullable Rejection read(Work work, long[] codes) {
    for (int axis = 0; axis < coordinates.size(); axis++) {
      Coordinate coordinate = coordinates.get(axis);
      Reason refused = read(coordinate, work, codes, axis);
      if (refused != null) {
        return new Rejection(refused, coordinate.field());
      }
    }
    return null;
  }

  private static @Nullable Reason read(Coordinate at, Work work, long[] codes, int axis) {
    if (isMissing(at.leaf(), work) || (at.other() != null && isMissing(at.other(), work))) {
      codes[axis] = Axis.MISSING;
      return null;
    }
    work.setText(at.leaf(), 0);
    return at.code().code(work.text.array(), work.text.from(), work.text.to(), codes, axis);
  }

  private static boolean isMissing(JsonLayout.Leaf leaf, Work work) {
    int start = work.spans[leaf.slot()];
    return start == JsonLayout.ABSENT || start == JsonLayout.NULL;
  }
}
