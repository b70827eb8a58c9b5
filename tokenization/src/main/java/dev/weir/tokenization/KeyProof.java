package dev.weir.tokenization;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/**
 * That tokens can be read again by whoever holds the key, tried on a value that is nobody's. It
 * fails where key and machine do not belong together: another provider of ciphers, a build that
 * computes otherwise.
 */
final class KeyProof {

  /** Twenty digits, for FF1's smallest domain is a million. */
  private static final byte[] VALUE = "01234567890123456789".getBytes(StandardCharsets.US_ASCII);

  /** Of no agreement and no product: ids are lower-case. */
  private static final String SCOPE = "agreement:PROOF";

  private static final String DOMAIN = "PROOF";
  private static final TokenFormat FORMAT = new TokenFormat(TokenFormat.DIGITS, 0, 0, false);

  private KeyProof() {}

  static TokenBinding binding(KeyUse use) {
    return new TokenBinding(use.toString(), SCOPE, DOMAIN);
  }

  static TokenFormat format() {
    return FORMAT;
  }

  /** Whether what the one writes the other reads. */
  static boolean holds(Tokenizer tokenizer, Function<String, Detokenized> reader) {
    byte[] out = new byte[tokenizer.maxTokenLength(VALUE.length)];
    int end = tokenizer.tokenize(VALUE, 0, VALUE.length, out, 0);
    String token = new String(out, 0, end, StandardCharsets.US_ASCII);
    return !Arrays.equals(Arrays.copyOf(out, end), VALUE)
        && reader.apply(token) instanceof Detokenized.Value read
        && read.isOf(VALUE);
  }
}
