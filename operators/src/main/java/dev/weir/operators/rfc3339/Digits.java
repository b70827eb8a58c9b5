package dev.weir.operators.rfc3339;

import dev.weir.operators.bytes.ByteOutput;

/** Numbers of a fixed count of decimal digits. */
final class Digits {

  private Digits() {}

  /** The number of two digits; negative if one of them is none. */
  static int two(byte[] text, int at) {
    int tens = text[at] - '0';
    int ones = text[at + 1] - '0';
    boolean digits = (tens | ones | (9 - tens) | (9 - ones)) >= 0;
    return digits ? tens * 10 + ones : -1;
  }

  /** The number of four digits; negative if one of them is none. */
  static int four(byte[] text, int at) {
    int high = two(text, at);
    int low = two(text, at + 2);
    return (high | low) < 0 ? -1 : high * 100 + low;
  }

  static boolean is(byte b) {
    return b >= '0' && b <= '9';
  }

  /**
   * @param number from 0 to 99
   */
  static void writeTwo(int number, ByteOutput out) {
    out.write('0' + number / 10);
    out.write('0' + number % 10);
  }
}
