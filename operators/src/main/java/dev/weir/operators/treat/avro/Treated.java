package dev.weir.operators.treat.avro;

import dev.weir.config.FieldPath;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.avro.Encoding;
import dev.weir.operators.decode.avro.Varint;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.treat.TextTreatment;
import org.jspecify.annotations.Nullable;

/**
 * A value that a treatment changes, by way of its canonical text.
 *
 * @param isKey whether what comes out is the record's Kafka key too
 */
record Treated(
    int slot,
    FieldPath path,
    Encoding encoding,
    TextTreatment treatment,
    TextType type,
    boolean isKey)
    implements Write {

  @Override
  public @Nullable Rejection write(Work work, int[] spans) {
    if (encoding.isText()) {
      return written(work, work.source, Varint.end(work.source, spans[slot]), spans[slot + 1]);
    }
    work.setText(encoding, spans, slot);
    return written(work, work.text.array(), 0, work.text.length());
  }

  private @Nullable Rejection written(Work work, byte[] text, int from, int to) {
    return type.isString() ? asString(work, text, from, to) : asOther(work, text, from, to);
  }

  /** The treatment writes where the string belongs; its length is put before it after. */
  private @Nullable Rejection asString(Work work, byte[] text, int from, int to) {
    int begun = Numbers.beginText(work.value);
    Reason refused = treatment.apply(text, from, to, work.subject, work.value);
    if (refused != null) {
      return new Rejection(refused, path);
    }
    int start = Numbers.endText(begun, work.value);
    if (isKey) {
      work.key.write(work.value.array(), start, work.value.length());
    }
    return null;
  }

  private @Nullable Rejection asOther(Work work, byte[] text, int from, int to) {
    ByteOutput treated = work.treated;
    treated.reset();
    Reason refused = treatment.apply(text, from, to, work.subject, treated);
    if (refused != null) {
      return new Rejection(refused, path);
    }
    boolean fits = type.write(treated.array(), 0, treated.length(), work.value);
    return fits ? null : new Rejection(Reason.OUT_OF_RANGE, path);
  }
}
