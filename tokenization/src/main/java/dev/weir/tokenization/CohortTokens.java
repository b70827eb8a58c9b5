package dev.weir.tokenization;

/**
 * Values on the way to tokens of a cohort, before it is known which: the key's prefix, and the
 * whole PRF of the binding's parts and then the value. {@link CohortToken} makes tokens of them,
 * without the key; from none of its tokens does anybody come back to it. Confined to one thread.
 */
public final class CohortTokens {

  /** How many bytes a value is then. */
  public static final int LENGTH = TokenPrefix.LENGTH + KeyedHash.LENGTH;

  private final KeyedHash hash;
  private final byte[] prefix;

  CohortTokens(int keyId, byte[] key, String scope, String domain) {
    hash =
        new KeyedHash(
            key, LengthPrefixed.encode(TokenBinding.VERSION, CohortToken.SCHEME, scope, domain));
    prefix = TokenPrefix.of(keyId);
  }

  /** A value, of which the PRF lets nobody without the key learn anything. */
  public byte[] of(byte[] value, int from, int to) {
    byte[] made = new byte[LENGTH];
    System.arraycopy(prefix, 0, made, 0, TokenPrefix.LENGTH);
    hash.hash(value, from, to, made, TokenPrefix.LENGTH);
    return made;
  }
}
