package dev.weir.operators.treat.avro;

import dev.weir.config.FieldPath;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.avro.AvroFormat;
import dev.weir.operators.decode.avro.Encoding;
import dev.weir.operators.decode.avro.Layout;
import dev.weir.operators.decode.avro.WriterProgram;
import dev.weir.operators.decode.avro.WriterPrograms;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.treat.Slice;
import dev.weir.operators.treat.ValueTexts;
import dev.weir.plan.ProductPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values of Avro events. */
public final class AvroValueTexts implements ValueTexts {

  private final List<Layout.Leaf> leaves = new ArrayList<>();
  private final WriterPrograms programs;
  private final ByteOutput text = new ByteOutput(64);
  private final Slice slice = new Slice();
  private byte[] source = {};
  private int[] spans = {};
  private @Nullable WriterProgram program;

  public AvroValueTexts(ProductPlan product, AvroFormat format, List<FieldPath> paths) {
    Layout layout = Layout.of(product.record());
    programs = format.programs(layout);
    for (FieldPath path : paths) {
      Layout.Leaf leaf = layout.leaf(path);
      if (leaf == null) {
        throw new IllegalArgumentException("the plan counts what it does not read: " + path);
      }
      leaves.add(leaf);
    }
  }

  @Override
  public @Nullable Rejection turnTo(Event event) {
    byte[] value = event.source().value();
    if (value == null || event.rejection() != null) {
      return Rejection.of(Reason.MALFORMED); // nobody asks; if so, nothing is counted
    }
    source = value;
    spans = event.spans();
    program = programs.program(spans[Layout.WRITER]).orElse(null);
    return program == null ? Rejection.of(Reason.SCHEMA) : null;
  }

  @Override
  public @Nullable Slice text(int leaf) {
    int slot = leaves.get(leaf).slot();
    Encoding encoding = program == null ? null : program.encoding(slot);
    if (encoding == null || spans[slot] == Layout.ABSENT) {
      return null;
    }
    text.reset();
    encoding.text(source, spans[slot], spans[slot + 1], text);
    slice.set(text.array(), 0, text.length());
    return slice;
  }
}
