package dev.weir.operators.decode.avro;

/** Reads and writes zig-zag numbers at places that are known to be good. */
public final class Varint {

  /** The most bytes that a number takes. */
  public static final int MAX_BYTES = 10;

  private Varint() {}

  /** The number that starts there. */
  public static long read(byte[] bytes, int from) {
    long value = 0;
    int at = from;
    for (int shift = 0; ; shift += 7) {
      int next = bytes[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return (value >>> 1) ^ -(value & 1);
      }
    }
  }

  /** The place after the number that starts there. */
  public static int end(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] < 0) {
      at++;
    }
    return at + 1;
  }

  /**
   * Writes a number.
   *
   * @param out has room for {@link #MAX_BYTES}
   * @return the place after it
   */
  public static int write(long number, byte[] out, int at) {
    long rest = (number << 1) ^ (number >> 63);
    int to = at;
    while ((rest & ~0x7fL) != 0) {
      out[to++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    out[to++] = (byte) rest;
    return to;
  }
}
