package dev.weir.tokenization;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A token taken apart without any key. */
public final class TokenText {

  private final byte[] bytes;

  private TokenText(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The token of a text; empty if it is none. A text and its token are one to one. */
  public static Optional<TokenText> parse(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      boolean token =
          bytes.length >= TokenPrefix.LENGTH + OneWayTokenizer.SHOWN
              && bytes[0] == TokenPrefix.VERSION
              && encode(bytes).equals(text);
      return token ? Optional.of(new TokenText(bytes)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The id of the key that it says it was made with; 0 for random tokens. */
  public int keyId() {
    return ByteBuffer.wrap(bytes).getInt(1);
  }

  /** What comes after the prefix. */
  byte[] body() {
    return Arrays.copyOfRange(bytes, TokenPrefix.LENGTH, bytes.length);
  }

  /** The last bits of a text could be changed without a change of its bytes: one form only. */
  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
