package dev.weir.operators.treat.json;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.json.JsonLayout;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.treat.TextTreatment;
import org.jspecify.annotations.Nullable;

/**
 * A value that a treatment changes, by way of its text.
 *
 * @param quoted whether what leaves is a string
 * @param plain whether what leaves never needs an escape
 * @param key whether what leaves is the record's Kafka key too
 */
record Treated(
    JsonLayout.Leaf leaf, TextTreatment treatment, boolean quoted, boolean plain, boolean key)
    implements Write {

  @Override
  public @Nullable Rejection write(Work work, int base) {
    ByteOutput out = work.value;
    if (quoted) {
      out.write('"');
    }
    int start = out.length();
    work.setText(leaf, base);
    Reason refused =
        treatment.apply(work.text.array(), work.text.from(), work.text.to(), work.subject, out);
    if (refused != null) {
      return new Rejection(refused, leaf.path());
    }
    if (key) {
      work.key.write(out.array(), start, out.length());
    }
    if (quoted) {
      close(work, start);
    }
    work.cells++;
    return null;
  }

  private void close(Work work, int start) {
    if (!plain) {
      work.escapeFrom(start);
    }
    work.value.write('"');
  }
}
