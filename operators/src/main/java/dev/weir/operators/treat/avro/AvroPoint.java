package dev.weir.operators.treat.avro;

import dev.weir.config.FieldPath;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.cohort.PointCode;
import dev.weir.operators.cohort.PointCodes;
import dev.weir.operators.cohort.QuasiIdentifier;
import dev.weir.operators.decode.avro.AvroFormat;
import dev.weir.operators.decode.avro.Encoding;
import dev.weir.operators.decode.avro.Layout;
import dev.weir.operators.decode.avro.WriterProgram;
import dev.weir.operators.decode.avro.WriterPrograms;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.plan.Generalization;
import dev.weir.privacy.generalize.Axis;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads where an event's quasi-identifiers lie in the space of its release. */
final class AvroPoint {

  private final List<Coordinate> coordinates = new ArrayList<>();
  private final WriterPrograms programs;
  private final ByteOutput text = new ByteOutput(64);

  /**
   * A value on an axis.
   *
   * @param field that it is of, for who must mend it
   * @param other the slot of the field's other axis: a place is whole or not there
   */
  private record Coordinate(FieldPath field, int slot, int other, PointCode code) {}

  AvroPoint(CohortSpace space, Layout layout, AvroFormat format) {
    programs = format.programs(layout);
    for (QuasiIdentifier field : space.fields()) {
      FieldPath path = field.leaf().source();
      List<Axis> axes = field.field().axes();
      if (field.to() instanceof Generalization.Place) {
        Layout.Leaf lat = leaf(layout, path.then("lat"));
        Layout.Leaf lon = leaf(layout, path.then("lon"));
        coordinates.add(coordinate(path, lat, lon, axes.get(0)));
        coordinates.add(coordinate(path, lon, lat, axes.get(1)));
      } else {
        Layout.Leaf leaf = leaf(layout, path);
        coordinates.add(coordinate(path, leaf, leaf, axes.get(0)));
      }
    }
  }

  private static Layout.Leaf leaf(Layout layout, FieldPath path) {
    Layout.Leaf leaf = layout.leaf(path);
    if (leaf == null) {
      throw new IllegalArgumentException("the plan generalizes what it does not read: " + path);
    }
    return leaf;
  }

  private static Coordinate coordinate(
      FieldPath path, Layout.Leaf leaf, Layout.Leaf other, Axis axis) {
    String zone = leaf.shape().zone();
    PointCode code =
        PointCodes.of(axis, leaf.shape().type(), zone == null ? null : ZoneId.of(zone));
    return new Coordinate(path, leaf.slot(), other.slot(), code);
  }

  /**
   * Puts the codes there; says what has none. Where there is no field, all codes stay the same.
   *
   * @param event that a decoder of the same format has let through
   */
  @Nullable Rejection read(Event event, byte[] source, long[] codes) {
    WriterProgram program = programs.program(event.spans()[Layout.WRITER]).orElse(null);
    if (program == null) {
      return Rejection.of(Reason.SCHEMA);
    }
    for (int axis = 0; axis < coordinates.size(); axis++) {
      Reason refused = read(coordinates.get(axis), program, event, source, codes, axis);
      if (refused != null) {
        return new Rejection(refused, coordinates.get(axis).field());
      }
    }
    return null;
  }

  private @Nullable Reason read(
      Coordinate at, WriterProgram program, Event event, byte[] source, long[] codes, int axis) {
    int[] spans = event.spans();
    Encoding encoding = program.encoding(at.slot());
    if (encoding == null
        || program.encoding(at.other()) == null
        || spans[at.slot()] == Layout.ABSENT
        || spans[at.other()] == Layout.ABSENT) {
      codes[axis] = Axis.MISSING;
      return null;
    }
    text.reset();
    encoding.text(source, spans[at.slot()], spans[at.slot() + 1], text);
    return at.code().code(text.array(), 0, text.length(), codes, axis);
  }
}
