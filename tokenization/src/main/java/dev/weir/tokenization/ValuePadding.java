package dev.weir.tokenization;

import java.util.Arrays;

/**
 * Padding with bytes 0xFF, which no UTF-8 text holds (RFC 3629 section 3): a value of up to n bytes
 * takes exactly n, and taking every 0xFF off the end gives back the one value that it was made
 * from, padded or not. So a reader need not know the setting.
 */
final class ValuePadding {

  static final byte PAD = (byte) 0xff;

  private ValuePadding() {}

  /** Refuses what could not be told from padding; no UTF-8 text is. */
  static void requireText(byte[] value, int from, int to) {
    if (to > from && value[to - 1] == PAD) {
      throw new TokenizationException(
          TokenizationException.Kind.UNFIT, "the value is not UTF-8 text");
    }
  }

  /** Fills {@code padded} with a value and padding. */
  static void pad(byte[] value, int from, int to, byte[] padded) {
    int length = to - from;
    if (length > padded.length) {
      throw new TokenizationException(
          TokenizationException.Kind.UNFIT,
          "the value takes more bytes than it is padded to (pad: "
              + padded.length
              + "); raise pad, which gives every value of the field a new token");
    }
    System.arraycopy(value, from, padded, 0, length);
    Arrays.fill(padded, length, padded.length, PAD);
  }

  static byte[] strip(byte[] padded) {
    int end = padded.length;
    while (end > 0 && padded[end - 1] == PAD) {
      end--;
    }
    return Arrays.copyOf(padded, end);
  }
}
