package dev.weir.tokenization;

import java.security.SecureRandom;

/**
 * Tokens that have nothing to do with their values: 16 random bytes behind the key id 0, which is
 * no key's. Only what remembers the value knows whose they are.
 */
public final class RandomToken {

  /** Random bytes of a token. */
  public static final int BYTES = OneWayTokenizer.SHOWN;

  /** Characters of a token's text, which are as many bytes. */
  public static final int LENGTH = Base64Url.length(TokenPrefix.LENGTH + BYTES);

  private static final byte[] PREFIX = TokenPrefix.of(0);

  private RandomToken() {}

  /** New random bytes. */
  public static byte[] draw(SecureRandom random) {
    byte[] drawn = new byte[BYTES];
    random.nextBytes(drawn);
    return drawn;
  }

  /**
   * Writes the token's text.
   *
   * @param drawn what {@link #draw} gave
   * @param out has room for {@link #LENGTH} bytes from {@code at}
   */
  public static void write(byte[] drawn, byte[] out, int at) {
    byte[] token = new byte[TokenPrefix.LENGTH + BYTES];
    System.arraycopy(PREFIX, 0, token, 0, TokenPrefix.LENGTH);
    System.arraycopy(drawn, 0, token, TokenPrefix.LENGTH, BYTES);
    int unused = Base64Url.encode(token, 0, token.length, out, at);
  }
}
