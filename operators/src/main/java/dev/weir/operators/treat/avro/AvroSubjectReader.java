package dev.weir.operators.treat.avro;

import dev.weir.config.FieldPath;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.avro.AvroFormat;
import dev.weir.operators.decode.avro.Encoding;
import dev.weir.operators.decode.avro.Layout;
import dev.weir.operators.decode.avro.WriterProgram;
import dev.weir.operators.decode.avro.WriterPrograms;
import dev.weir.operators.record.Event;
import dev.weir.operators.treat.Slice;
import dev.weir.operators.treat.SubjectReader;
import dev.weir.plan.ProductPlan;
import org.jspecify.annotations.Nullable;

/** Reads the subject of Avro events. */
public final class AvroSubjectReader implements SubjectReader {

  private final Layout.@Nullable Leaf subject;
  private final WriterPrograms programs;
  private final ByteOutput text = new ByteOutput(64);
  private final Slice slice = new Slice();

  /**
   * @param format the decoder's
   */
  public AvroSubjectReader(ProductPlan product, AvroFormat format) {
    FieldPath path = product.subject();
    Layout layout = Layout.of(product.record());
    subject = path == null ? null : layout.leaf(path);
    programs = format.programs(layout);
  }

  @Override
  public Slice read(Event event) {
    slice.clear();
    byte[] source = event.source().value();
    if (subject != null && source != null && event.rejection() == null) {
      programs
          .program(event.spans()[Layout.WRITER])
          .ifPresent(program -> set(program, source, event.spans(), subject, text, slice));
    }
    return slice;
  }

  /** Sets the slice to the subject's text, if the record has one. */
  static void set(
      WriterProgram program,
      byte[] source,
      int[] spans,
      Layout.Leaf subject,
      ByteOutput text,
      Slice slice) {
    Encoding encoding = program.encoding(subject.slot());
    if (encoding != null && spans[subject.slot()] != Layout.ABSENT) {
      text.reset();
      encoding.text(source, spans[subject.slot()], spans[subject.slot() + 1], text);
      slice.set(text.array(), 0, text.length());
    }
  }
}
