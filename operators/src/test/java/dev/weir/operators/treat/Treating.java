package dev.weir.operators.treat;

import dev.weir.config.LogicalType;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.record.Reason;
import dev.weir.plan.Step;
import dev.weir.tokenization.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Applies treatments to strings. */
public final class Treating {

  /** Keys for steps that need none. */
  public static final TokenKeys NO_KEYS =
      new TokenKeys() {
        @Override
        public Tokenizer tokenizer(Step.Tokenize step) {
          throw new AssertionError("no tokens here");
        }

        @Override
        public ShiftDays shiftDays(Step.Shift step) {
          throw new AssertionError("no shifts here");
        }
      };

  private Treating() {}

  static TextTreatment compile(Step step, LogicalType from) {
    return TextTreatments.compile(step, from, NO_KEYS);
  }

  /** What leaves; the reason in capitals if nothing does. */
  static String apply(TextTreatment treatment, String value) {
    return apply(treatment, value, "");
  }

  static String apply(TextTreatment treatment, String value, String subject) {
    byte[] bytes = ("\"" + value + "\"x").getBytes(StandardCharsets.UTF_8);
    byte[] subjectBytes = ("<" + subject + ">").getBytes(StandardCharsets.UTF_8);
    Slice slice = new Slice();
    slice.set(subjectBytes, 1, subjectBytes.length - 1);
    ByteOutput out = new ByteOutput(1);
    out.write('!');
    Reason refused = treatment.apply(bytes, 1, bytes.length - 2, slice, out);
    if (refused != null) {
      return refused.word().toUpperCase(Locale.ROOT);
    }
    String written = new String(out.toByteArray(), StandardCharsets.UTF_8);
    if (written.charAt(0) != '!') {
      throw new AssertionError("wrote over what was there");
    }
    return written.substring(1);
  }
}
