package dev.weir.tokenization;

/** The check digit of card numbers (ISO/IEC 7812-1, annex B). */
final class Luhn {

  private Luhn() {}

  /** Whether the digits, the check digit last, are right. */
  static boolean holds(int[] digits, int count) {
    return sum(digits, count) % 10 == 0;
  }

  /** Sets the one digit at that place that makes all of them right: there is always one. */
  static void set(int[] digits, int count, int place) {
    digits[place] = 0;
    int missing = (10 - sum(digits, count) % 10) % 10;
    boolean doubled = (count - 1 - place) % 2 == 1;
    digits[place] = !doubled ? missing : missing % 2 == 0 ? missing / 2 : (missing + 9) / 2;
  }

  private static int sum(int[] digits, int count) {
    int sum = 0;
    for (int fromLast = 0; fromLast < count; fromLast++) {
      int digit = digits[count - 1 - fromLast];
      int weighed = fromLast % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum;
  }
}
