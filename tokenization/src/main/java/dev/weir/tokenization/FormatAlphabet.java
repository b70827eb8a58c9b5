package dev.weir.tokenization;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** An alphabet's characters as numerals, and in UTF-8. */
final class FormatAlphabet {

  private static final int NONE = -1;

  private final byte[][] utf8;

  /** Numerals of ASCII, or {@link #NONE}. */
  private final int[] ascii = new int[128];

  private final Map<Integer, Integer> others = new HashMap<>();
  private final int longest;

  FormatAlphabet(String characters) {
    int[] points = characters.codePoints().toArray();
    utf8 = new byte[points.length][];
    Arrays.fill(ascii, NONE);
    int most = 1;
    for (int numeral = 0; numeral < points.length; numeral++) {
      int point = points[numeral];
      utf8[numeral] = Character.toString(point).getBytes(StandardCharsets.UTF_8);
      most = Math.max(most, utf8[numeral].length);
      if (point < ascii.length) {
        ascii[point] = numeral;
      } else {
        others.put(point, numeral);
      }
    }
    longest = most;
  }

  int size() {
    return utf8.length;
  }

  /** The most bytes of a character. */
  int longest() {
    return longest;
  }

  /** The character's UTF-8; not to be changed. */
  byte[] utf8(int numeral) {
    return utf8[numeral];
  }

  /** The numeral of a code point, below 0 if it has none. */
  int numeral(int point) {
    return point < ascii.length ? ascii[point] : others.getOrDefault(point, NONE);
  }
}
