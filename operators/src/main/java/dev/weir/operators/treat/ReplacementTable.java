package dev.weir.operators.treat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map whose keys are found by the bytes of their UTF-8: an open hash table, half empty. */
final class ReplacementTable {

  /** Null where a slot is free. */
  private final byte[][] keys;

  private final byte[][] values;

  private ReplacementTable(int slots) {
    keys = new byte[slots][];
    values = new byte[slots][];
  }

  static ReplacementTable of(Map<String, String> rows) {
    int slots = Integer.highestOneBit(Math.max(1, rows.size())) * 4;
    ReplacementTable table = new ReplacementTable(slots);
    rows.forEach((from, to) -> table.put(utf8(from), utf8(to)));
    return table;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void put(byte[] key, byte[] value) {
    int slot = slot(key, 0, key.length);
    keys[slot] = key;
    values[slot] = value;
  }

  /** What stands for those bytes; null if nothing does. */
  byte @Nullable [] find(byte[] text, int from, int to) {
    int slot = slot(text, from, to);
    return keys[slot] == null ? null : values[slot];
  }

  /** Where the key is, or would be. */
  private int slot(byte[] text, int from, int to) {
    int slot = hash(text, from, to) & (keys.length - 1);
    while (true) {
      byte[] key = keys[slot];
      if (key == null || Arrays.equals(key, 0, key.length, text, from, to)) {
        return slot;
      }
      slot = (slot + 1) & (keys.length - 1);
    }
  }

  private static int hash(byte[] text, int from, int to) {
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = 31 * hash + text[at];
    }
    return hash ^ (hash >>> 16);
  }
}
