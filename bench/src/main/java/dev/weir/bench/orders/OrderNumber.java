package dev.weir.bench.orders;

import java.nio.charset.StandardCharsets;

/** The number of an order, found again in whatever has its id: the id is kept by the policy. */
public final class OrderNumber {

  static final String PREFIX = "O-2026-";
  static final int DIGITS = 10;

  private static final byte[] BYTES = PREFIX.getBytes(StandardCharsets.US_ASCII);

  /** No order's id is there. */
  public static final long NONE = -1;

  private OrderNumber() {}

  /** The number of the first id in a record; {@link #NONE} if there is none. */
  public static long of(byte[] record) {
    for (int at = 0; at + BYTES.length + DIGITS <= record.length; at++) {
      if (begins(record, at)) {
        return digits(record, at + BYTES.length);
      }
    }
    return NONE;
  }

  private static boolean begins(byte[] record, int at) {
    for (int i = 0; i < BYTES.length; i++) {
      if (record[at + i] != BYTES[i]) {
        return false;
      }
    }
    return true;
  }

  private static long digits(byte[] record, int from) {
    long number = 0;
    for (int at = from; at < from + DIGITS; at++) {
      if (record[at] < '0' || record[at] > '9') {
        return NONE;
      }
      number = 10 * number + record[at] - '0';
    }
    return number;
  }
}
