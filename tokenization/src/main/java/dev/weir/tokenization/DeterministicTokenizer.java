package dev.weir.tokenization;

import dev.weir.tokenization.siv.AesSiv;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that the owner of the key can reverse: what Tink's {@code DeterministicAead} gives for the
 * value and the binding's associated data.
 */
final class DeterministicTokenizer implements Tokenizer {

  private static final int FIXED = TokenPrefix.LENGTH + AesSiv.OVERHEAD;

  private final AesSiv siv;

  /** Null if values are not padded. */
  private final byte @Nullable [] padded;

  /** The key's prefix, and behind it the ciphertext of the value at hand. */
  private byte[] token;

  /**
   * @param pad bytes that each value is padded to; 0 for none
   */
  DeterministicTokenizer(int keyId, byte[] key, TokenBinding binding, int pad) {
    siv = new AesSiv(key, List.of(binding.encoded()));
    padded = pad == 0 ? null : new byte[pad];
    token = Arrays.copyOf(TokenPrefix.of(keyId), FIXED + Math.max(pad, 64));
  }

  @Override
  public int maxTokenLength(int valueLength) {
    return Base64Url.length(FIXED + (padded == null ? valueLength : padded.length));
  }

  @Override
  public int tokenize(byte[] value, int from, int to, byte[] out, int at) {
    ValuePadding.requireText(value, from, to);
    if (padded == null) {
      return seal(value, from, to, out, at);
    }
    ValuePadding.pad(value, from, to, padded);
    return seal(padded, 0, padded.length, out, at);
  }

  private int seal(byte[] value, int from, int to, byte[] out, int at) {
    int length = FIXED + to - from;
    if (token.length < length) {
      token = Arrays.copyOf(token, length);
    }
    siv.seal(value, from, to, token, TokenPrefix.LENGTH);
    return Base64Url.encode(token, 0, length, out, at);
  }
}
