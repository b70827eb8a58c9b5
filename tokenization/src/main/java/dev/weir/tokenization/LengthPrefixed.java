package dev.weir.tokenization;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Texts joined so that no two lists give the same bytes: each as a four-byte big-endian length and
 * its UTF-8. Reading from the left there is one way to take the bytes apart, so two lists with the
 * same bytes are the same list; a list of n texts is never the beginning of another list of n.
 */
public final class LengthPrefixed {

  private LengthPrefixed() {}

  /**
   * The joined bytes.
   *
   * @throws IllegalArgumentException if a text holds half a surrogate pair: it has no UTF-8
   */
  public static byte[] encode(String... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String part : parts) {
      byte[] utf8 = utf8(part);
      out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
      out.writeBytes(utf8);
    }
    return out.toByteArray();
  }

  private static byte[] utf8(String part) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(part));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a name that tokens are bound to is not Unicode text");
    }
  }
}
