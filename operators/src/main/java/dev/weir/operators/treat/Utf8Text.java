package dev.weir.operators.treat;

/** Code points in well-formed UTF-8. */
final class Utf8Text {

  private Utf8Text() {}

  /** How many code points there are. */
  static int count(byte[] text, int from, int to) {
    int count = 0;
    for (int at = from; at < to; at++) {
      count += begins(text[at]);
    }
    return count;
  }

  /**
   * The place after so many code points.
   *
   * @param points at most as many as there are
   */
  static int after(int points, byte[] text, int from, int to) {
    int at = from;
    int begun = 0;
    while (at < to && (begun += begins(text[at])) <= points) {
      at++;
    }
    return at;
  }

  /** 1 if a code point begins with that byte, 0 if it goes on. */
  private static int begins(byte b) {
    return (b & 0xc0) == 0x80 ? 0 : 1;
  }
}
