package dev.weir.operators.treat;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.record.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The first characters; nothing of a value that has no more than those, for all of it would leave.
 */
final class Truncate implements TextTreatment {

  private final int length;

  Truncate(int length) {
    this.length = length;
  }

  @Override
  public @Nullable Reason apply(byte[] value, int from, int to, Slice subject, ByteOutput out) {
    int end = Utf8Text.after(length, value, from, to);
    if (end < to) {
      out.write(value, from, end);
    }
    return null;
  }
}
