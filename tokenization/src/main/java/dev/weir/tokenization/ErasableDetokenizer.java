package dev.weir.tokenization;

import dev.weir.tokenization.siv.AesSiv;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns erasable tokens of one partner and binding back into values, for the owner, as long as
 * their subjects' keys are there. Confined to one thread.
 */
public final class ErasableDetokenizer {

  private final Detokenizer outer;
  private final byte[] binding;
  private final Function<String, @Nullable SubjectKey> subjects;

  ErasableDetokenizer(
      Detokenizer outer, byte[] binding, Function<String, @Nullable SubjectKey> subjects) {
    this.outer = outer;
    this.binding = binding;
    this.subjects = subjects;
  }

  /** What the token stands for, or why it stands for nothing here. */
  public Detokenized detokenize(String token) {
    Detokenizer.Opened opened = outer.open(token);
    byte[] sealed = opened.bytes();
    if (sealed == null) {
      return opened.refusal();
    }
    if (sealed.length < ErasableTokenizer.LOCATOR_BYTES + AesSiv.OVERHEAD) {
      return Detokenized.Refusal.NOT_AUTHENTIC;
    }
    String locator = HexFormat.of().formatHex(sealed, 0, ErasableTokenizer.LOCATOR_BYTES);
    SubjectKey subject = subjects.apply(locator);
    return subject == null ? Detokenized.Refusal.ERASED : value(subject, sealed);
  }

  private Detokenized value(SubjectKey subject, byte[] sealed) {
    int from = ErasableTokenizer.LOCATOR_BYTES;
    byte[] value = new byte[sealed.length - from - AesSiv.OVERHEAD];
    int length =
        ErasableTokenizer.inner(subject, binding).open(sealed, from, sealed.length, value, 0);
    return length < 0
        ? Detokenized.Refusal.NOT_AUTHENTIC
        : new Detokenized.Value(ValuePadding.strip(Arrays.copyOf(value, length)));
  }
}
