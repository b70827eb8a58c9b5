package dev.weir.operators.treat.avro;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.cohort.Coordinates;
import dev.weir.operators.cohort.PointCode;
import dev.weir.operators.cohort.PointCodes;
import dev.weir.operators.decode.avro.AvroFormat;
import dev.weir.operators.decode.avro.Encoding;
import dev.weir.operators.decode.avro.Layout;
import dev.weir.operators.decode.avro.WriterProgram;
import dev.weir.operators.decode.avro.WriterPrograms;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.privacy.generalize.Axis;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads where an event's quasi-identifiers lie in the space of its release. */
final class AvroPoint {

  private final Coordinates<Layout.Leaf> coordinates;
  private final WriterPrograms programs;
  private final ByteOutput text = new ByteOutput(64);

  AvroPoint(CohortSpace space, Layout layout, AvroFormat format) {
    programs = format.programs(layout);
    coordinates = new Coordinates<>(space, layout::leaf, AvroPoint::code);
  }

  private static PointCode code(Axis axis, Layout.Leaf leaf) {
    String zone = leaf.shape().zone();
    return PointCodes.of(axis, leaf.shape().type(), zone == null ? null : ZoneId.of(zone));
  }

  /**
   * Puts the codes there; says what has none. Where there is no field, all codes stay the same.
   *
   * @param event that a decoder of the same format has let through
   */
  @Nullable Rejection read(Event event, byte[] source, long[] codes) {
    WriterProgram program = programs.program(event.spans()[Layout.WRITER]).orElse(null);
    return program == null
        ? Rejection.of(Reason.SCHEMA)
        : coordinates.read(new InRecord(program, event.spans(), source, text), codes);
  }

  private record InRecord(WriterProgram program, int[] spans, byte[] source, ByteOutput text)
      implements Coordinates.Source<Layout.Leaf> {

    @Override
    public boolean isMissing(Layout.Leaf leaf) {
      return program.encoding(leaf.slot()) == null || spans[leaf.slot()] == Layout.ABSENT;
    }

    @Override
    public @Nullable Reason code(Layout.Leaf leaf, PointCode code, long[] codes, int at) {
      Encoding encoding = program.encoding(leaf.slot());
      if (encoding == null) {
        return Reason.SCHEMA;
      }
      text.reset();
      encoding.text(source, spans[leaf.slot()], spans[leaf.slot() + 1], text);
      return code.code(text.array(), 0, text.length(), codes, at);
    }
  }
}
