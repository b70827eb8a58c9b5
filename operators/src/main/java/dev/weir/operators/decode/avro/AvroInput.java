package dev.weir.operators.decode.avro;

/**
 * A place in a datum. Every read checks that it stays inside, so no length that the bytes claim is
 * ever believed; what does not fit throws {@link Refusal#MALFORMED}. Confined to one thread.
 */
final class AvroInput {

  private final int maxDepth;
  private byte[] bytes = {};
  private int at;
  private int end;
  private int depth;

  AvroInput(int maxDepth) {
    this.maxDepth = maxDepth;
  }

  /** Goes to the part of an array from {@code from} to {@code to}, exclusive. */
  void set(byte[] newBytes, int from, int to) {
    bytes = newBytes;
    at = from;
    end = to;
    depth = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  int at() {
    return at;
  }

  int remaining() {
    return end - at;
  }

  /** One container further in. */
  void enter() {
    if (++depth > maxDepth) {
      throw Refusal.MALFORMED;
    }
  }

  void leave() {
    depth--;
  }

  void skip(int count) {
    if (count > end - at) {
      throw Refusal.MALFORMED;
    }
    at += count;
  }

  int readByte() {
    if (at >= end) {
      throw Refusal.MALFORMED;
    }
    return bytes[at++];
  }

  /** A zig-zag number of at most 32 bits, in at most five bytes. */
  int readInt() {
    int first = readByte();
    if (first >= 0) {
      return (first >>> 1) ^ -(first & 1);
    }
    int value = first & 0x7f;
    for (int shift = 7; shift < 28; shift += 7) {
      int next = readByte();
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return (value >>> 1) ^ -(value & 1);
      }
    }
    int last = readByte();
    if ((last & ~0x0f) != 0) {
      throw Refusal.MALFORMED;
    }
    value |= last << 28;
    return (value >>> 1) ^ -(value & 1);
  }

  /** A zig-zag number of at most 64 bits, in at most ten bytes. */
  long readLong() {
    int first = readByte();
    if (first >= 0) {
      return (first >>> 1) ^ -(long) (first & 1);
    }
    long value = readFurther(first);
    return (value >>> 1) ^ -(value & 1);
  }

  private long readFurther(int first) {
    long value = first & 0x7f;
    for (int shift = 7; shift < 63; shift += 7) {
      int next = readByte();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    int last = readByte();
    if ((last & ~1) != 0) {
      throw Refusal.MALFORMED;
    }
    return value | (long) last << 63;
  }

  /** The length of what follows, which is there. */
  int readLength() {
    long length = readLong();
    if (length < 0 || length > end - at) {
      throw Refusal.MALFORMED;
    }
    return (int) length;
  }
}
