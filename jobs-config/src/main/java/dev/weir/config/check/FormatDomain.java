package dev.weir.config.check;

import dev.weir.config.agreement.Alphabet;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.Property;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Counts the values that a format-preserving token can have: how many an attacker must try. */
final class FormatDomain {

  /** NIST SP 800-38G Rev. 1, section 5: the least domain of FF1. */
  private static final BigInteger LEAST = BigInteger.valueOf(1_000_000);

  /** FF1 numbers characters with two bytes; 65,536 is left out as engines disagree on it. */
  private static final int LARGEST_ALPHABET = 65_535;

  private static final int MOST_KEPT_UNBOUNDED = 10;

  private final Property property;
  private final Place place;

  FormatDomain(Property property, Place place) {
    this.property = property;
    this.place = place;
  }

  void check(Treatment.Tokenize tokenize) {
    String alphabet = Alphabet.characters(tokenize.alphabet());
    int size = (int) alphabet.codePoints().distinct().count();
    if (tokenize.check() != null && !alphabet.equals(Alphabet.DIGITS)) {
      place
          .key("check")
          .note(
              CheckRule.SETTING_WITHOUT_EFFECT,
              "Only the digits 0 to 9 have a Luhn digit",
              "Leave out check, or the alphabet");
    }
    characters(alphabet, size);
    int kept = tokenize.keepFirst() + tokenize.keepLast();
    if (property.minLength() == null) {
      unbounded(kept);
    } else {
      count(size, property.minLength(), kept, tokenize.check() == null ? 0 : 1);
    }
  }

  private void characters(String alphabet, int size) {
    if (alphabet.codePoints().count() != size) {
      alphabet("The alphabet has a character twice", "Write each character once");
    } else if (size > LARGEST_ALPHABET) {
      alphabet(
          "The alphabet has " + size + " characters, more than FF1 encrypts safely",
          "Name at most " + LARGEST_ALPHABET + " characters");
    } else if (!StandardCharsets.UTF_8.newEncoder().canEncode(alphabet)) {
      alphabet("The alphabet has half a surrogate pair", "Write whole characters");
    }
  }

  private void alphabet(String message, String mend) {
    place.key("alphabet").note(CheckRule.TOKEN_ALPHABET, message, mend);
  }

  private void unbounded(int kept) {
    if (kept > MOST_KEPT_UNBOUNDED) {
      place.note(
          CheckRule.FORMAT_PRESERVING_DOMAIN,
          "The product gives no minLength, so " + kept + " kept characters may leave nothing",
          "Keep at most " + MOST_KEPT_UNBOUNDED + ", or give the product's field its minLength");
    }
  }

  private void count(int alphabet, int minLength, int kept, int luhn) {
    int left = Math.max(0, minLength - kept - luhn);
    BigInteger values = BigInteger.valueOf(alphabet).pow(left);
    if (values.compareTo(LEAST) < 0) {
      place.note(
          CheckRule.FORMAT_PRESERVING_DOMAIN,
          String.format(
              Locale.ROOT,
              "Of %d characters%s %d are kept: %d^%d = %,d values are left to encrypt, fewer than"
                  + " %,d",
              minLength,
              luhn == 0 ? "" : " and a Luhn digit",
              kept,
              alphabet,
              left,
              values,
              LEAST),
          mend(minLength - luhn - fewest(alphabet)));
    }
  }

  private static String mend(int most) {
    return most < 0
        ? "Use another scheme: values this short cannot be encrypted in their format"
        : "Keep at most " + most + " characters";
  }

  /** So many characters have enough values. */
  private static int fewest(int alphabet) {
    int characters = 1;
    BigInteger base = BigInteger.valueOf(Math.max(2, alphabet));
    while (base.pow(characters).compareTo(LEAST) < 0) {
      characters++;
    }
    return characters;
  }
}
