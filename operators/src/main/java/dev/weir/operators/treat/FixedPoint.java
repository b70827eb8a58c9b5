package dev.weir.operators.treat;

import dev.weir.operators.bytes.ByteOutput;

/**
 * Numbers with a fixed count of digits after the point, as long as a long can hold them. Confined
 * to one thread: a number is read, then asked for.
 */
final class FixedPoint {

  /** The most digits, before and after the point together. */
  static final int DIGITS = 18;

  private final int scale;
  private final long power;
  private long floor;

  /**
   * @param scale digits after the point, at most {@link #DIGITS}
   */
  FixedPoint(int scale) {
    this.scale = scale;
    this.power = (long) Math.pow(10, scale);
  }

  /**
   * Reads a number as JSON writes it, rounded towards negative infinity where it has more digits
   * after the point.
   *
   * @return false if it has an exponent or too many digits
   */
  boolean read(byte[] text, int from, int to) {
    int first = text[from] == '-' ? from + 1 : from;
    int point = afterDigits(text, first, to);
    int end = point < to && text[point] == '.' ? afterDigits(text, point + 1, to) : point;
    if (end < to || point == first || point - first + scale > DIGITS) {
      return false;
    }
    int shown = Math.min(end, point + 1 + scale);
    long number = number(text, first, point, 0);
    number = end == point ? number : number(text, point + 1, shown, number);
    for (int digits = Math.max(0, shown - point - 1); digits < scale; digits++) {
      number *= 10;
    }
    boolean below = first > from && anyBut0(text, shown, end);
    floor = first == from ? number : below ? -number - 1 : -number;
    return true;
  }

  /** What was read, times ten to the power of the scale. */
  long floor() {
    return floor;
  }

  private static int afterDigits(byte[] text, int from, int to) {
    int at = from;
    while (at < to && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    return at;
  }

  private static long number(byte[] text, int from, int to, long before) {
    long number = before;
    for (int at = from; at < to; at++) {
      number = number * 10 + (text[at] - '0');
    }
    return number;
  }

  private static boolean anyBut0(byte[] text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text[at] != '0') {
        return true;
      }
    }
    return false;
  }

  /** Appends a number that is times ten to the power of the scale, without the power. */
  void write(long number, ByteOutput out) {
    if (number < 0) {
      out.write('-');
    }
    long whole = Math.abs(number) / power;
    writeDigits(whole, count(whole), out);
    if (scale > 0) {
      out.write('.');
      writeDigits(Math.abs(number) % power, scale, out);
    }
  }

  private static int count(long whole) {
    int count = 1;
    for (long rest = whole / 10; rest > 0; rest /= 10) {
      count++;
    }
    return count;
  }

  private static void writeDigits(long number, int count, ByteOutput out) {
    int start = out.length();
    byte[] digits = out.room(count).array();
    long rest = number;
    for (int at = start + count - 1; at >= start; at--) {
      digits[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    out.advanceTo(start + count);
  }
}
