package dev.weir.tokenization;

import java.util.Arrays;

/**
 * Tokens that nobody can reverse, the owner of the key neither, except by trying values under the
 * key: the first 16 bytes of the PRF of the binding's parts and then the value.
 *
 * <p>The PRF's input is unambiguous: the binding has always four parts, each with its length before
 * it, so where the value begins follows from the bytes themselves.
 */
final class OneWayTokenizer implements Tokenizer {

  /** 128 bits: among 2^40 values two share a token with a chance below 2^-48. */
  static final int SHOWN = 16;

  private final KeyedHash hash;

  /** The key's prefix, and behind it the PRF of the value at hand. */
  private final byte[] token;

  OneWayTokenizer(int keyId, byte[] key, TokenBinding binding) {
    hash = new KeyedHash(key, binding.encoded());
    token = Arrays.copyOf(TokenPrefix.of(keyId), TokenPrefix.LENGTH + KeyedHash.LENGTH);
  }

  @Override
  public int maxTokenLength(int valueLength) {
    return Base64Url.length(TokenPrefix.LENGTH + SHOWN);
  }

  @Override
  public int tokenize(byte[] value, int from, int to, byte[] out, int at) {
    hash.hash(value, from, to, token, TokenPrefix.LENGTH);
    return Base64Url.encode(token, 0, TokenPrefix.LENGTH + SHOWN, out, at);
  }
}
