package dev.weir.operators.treat;

/** Strings by their code points. */
final class TextOracle {

  private TextOracle() {}

  /** Without halves of surrogate pairs, which UTF-8 cannot write. */
  static String wellFormed(String text) {
    return string(text.codePoints().filter(c -> c < 0xd800 || c > 0xdfff).toArray());
  }

  static String string(int[] points) {
    return new String(points, 0, points.length);
  }
}
