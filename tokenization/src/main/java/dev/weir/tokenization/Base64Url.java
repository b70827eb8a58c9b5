package dev.weir.tokenization;

import java.nio.charset.StandardCharsets;

/**
 * Base64url without padding (RFC 4648 section 5) written in place. {@code java.util.Base64} takes
 * whole arrays only, which would cost two copies for each token.
 */
final class Base64Url {

  private static final byte[] ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
          .getBytes(StandardCharsets.US_ASCII);

  private Base64Url() {}

  static int length(int bytes) {
    return Math.toIntExact((bytes * 4L + 2) / 3);
  }

  /**
   * @return the position after the text
   */
  static int encode(byte[] bytes, int from, int to, byte[] out, int at) {
    int in = from;
    int end = at;
    for (int whole = to - (to - from) % 3; in < whole; in += 3) {
      int bits = (bytes[in] & 0xff) << 16 | (bytes[in + 1] & 0xff) << 8 | bytes[in + 2] & 0xff;
      out[end++] = ALPHABET[bits >>> 18];
      out[end++] = ALPHABET[bits >>> 12 & 63];
      out[end++] = ALPHABET[bits >>> 6 & 63];
      out[end++] = ALPHABET[bits & 63];
    }
    return in == to ? end : encodeRest(bytes, in, to, out, end);
  }

  private static int encodeRest(byte[] bytes, int from, int to, byte[] out, int at) {
    int end = at;
    int bits = (bytes[from] & 0xff) << 16 | (to - from == 2 ? (bytes[from + 1] & 0xff) << 8 : 0);
    out[end++] = ALPHABET[bits >>> 18];
    out[end++] = ALPHABET[bits >>> 12 & 63];
    if (to - from == 2) {
      out[end++] = ALPHABET[bits >>> 6 & 63];
    }
    return end;
  }
}
