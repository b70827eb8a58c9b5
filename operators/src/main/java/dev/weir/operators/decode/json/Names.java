package dev.weir.operators.decode.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The names of an object's fields, found by their bytes: an open hash table of first and last eight
 * bytes and the length, at most a quarter full, so that most names need one look.
 */
final class Names {

  /** No field has that name. */
  static final int NONE = -1;

  private static final long MIX = 0x9e3779b97f4a7c15L;
  private static final long MIX_LAST = 0xc2b2ae3d27d4eb4fL;

  private final byte[][] names;
  private final long[] first;
  private final long[] last;
  private final int[] index;
  private final int shift;

  /**
   * @param fields by index
   */
  Names(List<String> fields) {
    int slots = Integer.highestOneBit(Math.max(1, fields.size())) * 8;
    names = new byte[slots][];
    first = new long[slots];
    last = new long[slots];
    index = new int[slots];
    Arrays.fill(index, NONE);
    shift = Long.SIZE - Integer.numberOfTrailingZeros(slots);
    for (int i = 0; i < fields.size(); i++) {
      put(fields.get(i).getBytes(StandardCharsets.UTF_8), i);
    }
  }

  private void put(byte[] name, int field) {
    long head = first(name, 0, name.length);
    long tail = last(name, 0, name.length);
    int slot = slot(head, tail, name.length);
    while (index[slot] != NONE) {
      slot = (slot + 1) & (index.length - 1);
    }
    names[slot] = name;
    first[slot] = head;
    last[slot] = tail;
    index[slot] = field;
  }

  /** The index of the field of that name; {@link #NONE} if there is none. */
  int find(byte[] bytes, int from, int to) {
    long head = first(bytes, from, to);
    long tail = last(bytes, from, to);
    int slot = slot(head, tail, to - from);
    while (index[slot] != NONE) {
      if (first[slot] == head && last[slot] == tail && equal(names[slot], bytes, from, to)) {
        return index[slot];
      }
      slot = (slot + 1) & (index.length - 1);
    }
    return NONE;
  }

  /** What first and last bytes do not tell: the length, and what is between. */
  private static boolean equal(byte[] name, byte[] bytes, int from, int to) {
    return name.length == to - from
        && (name.length <= 2 * Long.BYTES || Arrays.equals(name, 0, name.length, bytes, from, to));
  }

  private int slot(long head, long tail, int length) {
    return (int) ((head * MIX ^ (tail + length) * MIX_LAST) >>> shift);
  }

  /** The first eight bytes; of a shorter name all, and zeros. */
  private static long first(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length >= Long.BYTES) {
      return (long) Grammar.LONGS.get(bytes, from);
    } else if (length == 0) {
      return 0;
    } else if (from + Long.BYTES <= bytes.length) {
      return (long) Grammar.LONGS.get(bytes, from) & (-1L >>> (Long.SIZE - length * 8));
    }
    long head = 0;
    for (int at = to - 1; at >= from; at--) {
      head = head << 8 | (bytes[at] & 0xff);
    }
    return head;
  }

  /** The last eight bytes of a name that is longer than that; else zeros. */
  private static long last(byte[] bytes, int from, int to) {
    return to - from > Long.BYTES ? (long) Grammar.LONGS.get(bytes, to - Long.BYTES) : 0;
  }
}
