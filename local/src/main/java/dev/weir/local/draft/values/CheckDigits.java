package dev.weir.local.draft.values;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Numbers whose last digits are computed from the others: chance alone seldom makes them. */
final class CheckDigits {

  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final Pattern CARD = Pattern.compile("[0-9]{13,19}");
  private static final Pattern DNI = Pattern.compile("[XYZ0-9][0-9]{7}[A-Z]");
  private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

  private CheckDigits() {}

  /** An IBAN by ISO 13616, with or without spaces. */
  static boolean iban(String text) {
    String plain = text.replace(" ", "");
    if (!IBAN.matcher(plain).matches()) {
      return false;
    }
    StringBuilder digits = new StringBuilder();
    (plain.substring(4) + plain.substring(0, 4))
        .chars()
        .forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
  }

  /** A card's number, or a device's, by ISO/IEC 7812, with or without spaces and hyphens. */
  static boolean luhn(String text) {
    String digits = text.replace(" ", "").replace("-", "");
    if (!CARD.matcher(digits).matches() || digits.chars().distinct().count() < 2) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
    }
    return sum % 10 == 0;
  }

  /** A Spanish DNI or NIE, whose letter is the remainder of its number by 23. */
  static boolean dni(String text) {
    if (!DNI.matcher(text).matches()) {
      return false;
    }
    int first = "XYZ".indexOf(text.charAt(0));
    String number = (first < 0 ? text.substring(0, 1) : first) + text.substring(1, 8);
    return DNI_LETTERS.charAt(Integer.parseInt(number) % 23) == text.charAt(8);
  }
}
