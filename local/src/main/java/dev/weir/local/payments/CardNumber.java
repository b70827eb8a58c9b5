package dev.weir.local.payments;

import java.util.Random;

/** Sixteen digits that pass the check of ISO/IEC 7812-1 (Luhn) and that no bank has given out. */
final class CardNumber {

  /** Major industry 9 is for national use, and no country has the code 999. */
  private static final String PREFIX = "9999";

  private CardNumber() {}

  static String drawn(Random random) {
    StringBuilder digits = new StringBuilder(PREFIX);
    while (digits.length() < 15) {
      digits.append(random.nextInt(10));
    }
    return digits.append(check(digits)).toString();
  }

  private static int check(CharSequence digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit * 2 : digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return (10 - sum % 10) % 10;
  }
}
