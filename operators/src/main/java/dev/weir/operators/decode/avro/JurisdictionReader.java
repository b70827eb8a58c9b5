package dev.weir.operators.decode.avro;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.judge.Jurisdictions;
import dev.weir.operators.record.Event;
import dev.weir.plan.ProductPlan;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads where a subject is, as the place in the sorted list of all that the releases name. */
final class JurisdictionReader {

  private final Layout.@Nullable Leaf field;
  private final byte[][] named;
  private final ByteOutput text = new ByteOutput(64);

  JurisdictionReader(ProductPlan plan, Layout.@Nullable Leaf field) {
    this.field = field;
    this.named =
        Jurisdictions.named(plan).stream()
            .map(word -> word.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
  }

  /** The place, {@link Event#OTHER} or {@link Event#UNKNOWN}. */
  int of(WriterProgram program, byte[] bytes, int[] spans) {
    Encoding encoding = field == null ? null : program.encoding(field.slot());
    if (field == null || encoding == null || spans[field.slot()] == Layout.ABSENT) {
      return Event.UNKNOWN;
    }
    text.reset();
    encoding.text(bytes, spans[field.slot()], spans[field.slot() + 1], text);
    for (int i = 0; i < named.length; i++) {
      if (Arrays.equals(text.array(), 0, text.length(), named[i], 0, named[i].length)) {
        return i;
      }
    }
    return Event.OTHER;
  }
}
