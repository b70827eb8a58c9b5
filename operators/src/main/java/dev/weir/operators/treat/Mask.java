package dev.weir.operators.treat;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.record.Reason;
import dev.weir.plan.Step;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** All but the ends hidden; all hidden where the ends would leave nothing to hide. */
final class Mask implements TextTreatment {

  private final int keepFirst;
  private final int keepLast;
  private final byte[] with;
  private final int length;

  /** -1 for {@link #length}: as many as are hidden. */
  private static final int EACH = -1;

  Mask(Step.Mask step) {
    keepFirst = step.keepFirst();
    keepLast = step.keepLast();
    with = step.with().getBytes(StandardCharsets.UTF_8);
    length = step.length() == null ? EACH : step.length();
  }

  @Override
  public @Nullable Reason apply(byte[] value, int from, int to, Slice subject, ByteOutput out) {
    int hidden = Utf8Text.count(value, from, to) - keepFirst - keepLast;
    if (hidden <= 0) {
      hide(hidden + keepFirst + keepLast, out);
      return null;
    }
    int first = Utf8Text.after(keepFirst, value, from, to);
    out.write(value, from, first);
    hide(hidden, out);
    out.write(value, Utf8Text.after(hidden, value, first, to), to);
    return null;
  }

  private void hide(int characters, ByteOutput out) {
    int count = length == EACH ? characters : length;
    for (int i = 0; i < count; i++) {
      out.write(with);
    }
  }
}
