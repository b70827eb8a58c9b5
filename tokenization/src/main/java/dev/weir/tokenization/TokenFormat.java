package dev.weir.tokenization;

import dev.weir.tokenization.ff1.Ff1;
import java.nio.charset.StandardCharsets;

/**
 * The format that a token keeps. Its length and alphabet are the value's; spaces and dashes that
 * are not of the alphabet stay where they are and count for nothing else.
 *
 * @param alphabet the characters, each once, from 2 to {@link Ff1#MAX_RADIX}
 * @param keepFirst how many characters of the alphabet leave as they are at the value's beginning
 * @param keepLast and at its end
 * @param luhn whether values have, and tokens get, a Luhn check digit (ISO/IEC 7812-1, annex B);
 *     for the digits 0 to 9 only
 */
public record TokenFormat(String alphabet, int keepFirst, int keepLast, boolean luhn) {

  static final String DIGITS = "0123456789";

  public TokenFormat {
    long characters = alphabet.codePoints().distinct().count();
    if (characters != alphabet.codePoints().count()) {
      throw new IllegalArgumentException("an alphabet has each character once");
    }
    if (characters < 2 || characters > Ff1.MAX_RADIX) {
      throw new IllegalArgumentException(
          "an alphabet has from 2 to " + Ff1.MAX_RADIX + " characters, not " + characters);
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(alphabet)) {
      throw new IllegalArgumentException("an alphabet is of Unicode characters");
    }
    if (keepFirst < 0 || keepLast < 0) {
      throw new IllegalArgumentException("a number of kept characters is 0 or more");
    }
    if (luhn && !alphabet.equals(DIGITS)) {
      throw new IllegalArgumentException("only the digits 0 to 9 have a Luhn digit");
    }
  }
}
