package dev.weir.tokenization;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Base64url without padding (RFC 4648 section 5) written in place. {@code java.util.Base64} takes
 * whole arrays only, which would cost two copies for each token.
 */
final class Base64Url {

  private static final byte[] ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
          .getBytes(StandardCharsets.US_ASCII);

  private static final VarHandle TWO =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  /** The two characters of twelve bits: half the look-ups and writes of one at a time. */
  private static final short[] PAIRS = pairs();

  private Base64Url() {}

  private static short[] pairs() {
    short[] pairs = new short[1 << 12];
    for (int bits = 0; bits < pairs.length; bits++) {
      pairs[bits] = (short) (ALPHABET[bits >>> 6] << 8 | ALPHABET[bits & 63]);
    }
    return pairs;
  }

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
      TWO.set(out, end, PAIRS[bits >>> 12]);
      TWO.set(out, end + 2, PAIRS[bits & 0xfff]);
      end += 4;
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
