package dev.weir.operators.treat;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.record.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A treatment of one value in its canonical text: a string's own UTF-8 without quotes or escapes,
 * an integer's or number's digits, a date or timestamp as RFC 3339. Every format uses the same
 * ones. Confined to one thread.
 */
public interface TextTreatment {

  /**
   * Appends the treated value's canonical text.
   *
   * @param subject the subject's canonical text; empty if the record has none
   * @return why the value cannot be treated; null if it could
   */
  @Nullable Reason apply(byte[] value, int from, int to, Slice subject, ByteOutput out);
}
