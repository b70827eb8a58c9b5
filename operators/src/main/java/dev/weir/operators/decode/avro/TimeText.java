package dev.weir.operators.decode.avro;

import dev.weir.operators.bytes.ByteOutput;

/** Writes times of day as RFC 3339 does. */
final class TimeText {

  private TimeText() {}

  /** Appends {@code THH:mm:ss}. */
  static void time(int secondOfDay, ByteOutput out) {
    out.write('T');
    digits(secondOfDay / 3600, 10, out);
    out.write(':');
    digits(secondOfDay / 60 % 60, 10, out);
    out.write(':');
    digits(secondOfDay % 60, 10, out);
  }

  /**
   * Appends nothing for 0, else a point and three, six or nine digits, the least that are exact.
   */
  static void fraction(int nanos, ByteOutput out) {
    if (nanos == 0) {
      return;
    }
    out.write('.');
    if (nanos % 1_000_000 == 0) {
      digits(nanos / 1_000_000, 100, out);
    } else if (nanos % 1_000 == 0) {
      digits(nanos / 1_000, 100_000, out);
    } else {
      digits(nanos, 100_000_000, out);
    }
  }

  private static void digits(int number, int highest, ByteOutput out) {
    for (int power = highest; power > 0; power /= 10) {
      out.write('0' + number / power % 10);
    }
  }
}
