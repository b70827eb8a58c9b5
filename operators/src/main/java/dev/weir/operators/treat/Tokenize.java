package dev.weir.operators.treat;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.record.Reason;
import dev.weir.tokenization.TokenizationException;
import dev.weir.tokenization.Tokenizer;
import org.jspecify.annotations.Nullable;

/** A token in the value's place, or the reason why the value has none. */
final class Tokenize implements TextTreatment {

  private final Tokenizer tokenizer;

  Tokenize(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  @Override
  public @Nullable Reason apply(byte[] value, int from, int to, Slice subject, ByteOutput out) {
    out.room(tokenizer.maxTokenLength(to - from));
    try {
      out.advanceTo(tokenizer.tokenize(value, from, to, out.array(), out.length()));
      return null;
    } catch (TokenizationException unfit) {
      return reason(unfit.kind());
    }
  }

  private static Reason reason(TokenizationException.Kind kind) {
    return switch (kind) {
      case UNFIT -> Reason.OUT_OF_RANGE;
      case NOT_IN_FORMAT -> Reason.NOT_IN_ALPHABET;
      case CHECK_DIGIT -> Reason.CHECK_DIGIT;
      case NO_SUBJECT -> Reason.NO_SUBJECT;
    };
  }
}
