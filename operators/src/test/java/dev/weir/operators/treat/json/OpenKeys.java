package dev.weir.operators.treat.json;

import dev.weir.operators.treat.ShiftDays;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.plan.Step;
import dev.weir.tokenization.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keys that hide nothing: what they make of a value can be told from it. */
final class OpenKeys implements TokenKeys {

  /** The most days of a shift. */
  static final int MAX_DAYS = 400;

  @Override
  public Tokenizer tokenizer(Step.Tokenize step) {
    return new Tokenizer() {
      @Override
      public int maxTokenLength(int valueLength) {
        return 4 * (step.context().domain().length() + 1 + valueLength);
      }

      @Override
      public int tokenize(byte[] value, int from, int to, byte[] out, int at) {
        String text = new String(value, from, to - from, StandardCharsets.UTF_8);
        byte[] token = token(step, text).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(token, 0, out, at, token.length);
        return at + token.length;
      }
    };
  }

  static String token(Step.Tokenize step, String text) {
    byte[] open = (step.context().domain() + "|" + text).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(open);
  }

  @Override
  public ShiftDays shiftDays(Step.Shift step) {
    return (subject, from, to) ->
        days(new String(subject, from, to - from, StandardCharsets.UTF_8));
  }

  static int days(String subject) {
    int days = 1 + Math.floorMod(subject.hashCode(), MAX_DAYS);
    return subject.length() % 2 == 0 ? days : -days;
  }
}
