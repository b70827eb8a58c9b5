package dev.weir.tokenization;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The token of a value in a cohort: token text (one byte 0x01, the key's id and 16 bytes), of which
 * the 16 bytes begin HMAC-SHA-256 of {@code weir/1} and {@code cohort}, each with its length before
 * it, and the 16 bytes of the cohort's id, under the {@linkplain CohortTokens PRF of the value} as
 * key. A PRF under a key that a PRF gives is one (the cascade of Bellare, Canetti, Krawczyk 1996),
 * so tokens of two cohorts, values or partners are unrelated.
 */
public final class CohortToken {

  static final String SCHEME = "cohort";

  private static final byte[] PARTS = LengthPrefixed.encode(TokenBinding.VERSION, SCHEME);

  private CohortToken() {}

  /**
   * The token's text.
   *
   * @param value as {@link CohortTokens} gave it
   * @param high the first 64 bits of the cohort's id
   */
  public static String of(byte[] value, long high, long low) {
    byte[] key = Arrays.copyOfRange(value, TokenPrefix.LENGTH, CohortTokens.LENGTH);
    byte[] cohort = ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
    byte[] token = Arrays.copyOf(value, CohortTokens.LENGTH);
    new KeyedHash(key, PARTS).hash(cohort, 0, cohort.length, token, TokenPrefix.LENGTH);
    byte[] text = new byte[Base64Url.length(TokenPrefix.LENGTH + OneWayTokenizer.SHOWN)];
    int end = Base64Url.encode(token, 0, TokenPrefix.LENGTH + OneWayTokenizer.SHOWN, text, 0);
    return new String(text, 0, end, StandardCharsets.US_ASCII);
  }
}
