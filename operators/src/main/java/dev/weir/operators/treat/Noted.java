package dev.weir.operators.treat;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.cohort.SensitiveNote;
import dev.weir.operators.record.Reason;
import org.jspecify.annotations.Nullable;

/** A treatment of a sensitive field, of which it is noted what comes out. */
public record Noted(TextTreatment treatment, SensitiveNote note) implements TextTreatment {

  @Override
  public @Nullable Reason apply(byte[] value, int from, int to, Slice subject, ByteOutput out) {
    int start = out.length();
    Reason refused = treatment.apply(value, from, to, subject, out);
    if (refused == null) {
      note.note(out.array(), start, out.length());
    }
    return refused;
  }
}
