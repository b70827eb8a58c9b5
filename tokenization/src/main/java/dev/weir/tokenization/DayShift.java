package dev.weir.tokenization;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * By how many days the dates of a subject are moved in one agreement: drawn evenly from -max to max
 * without 0 by the PRF, so always the same number, which tells nothing of the subject to one
 * without the key. What is drawn from is {@code weir/1}, {@code shift}, {@code agreement:<id>},
 * each with its length before it, a four-byte counter of draws, and the subject.
 *
 * <p>Who knows one true date of a subject knows the number, and with it all of that subject's dates
 * in that agreement. Confined to one thread.
 */
public final class DayShift {

  private final KeyedHash hash;
  private final int maxDays;
  private final byte[] drawn = new byte[KeyedHash.LENGTH];
  private byte[] input = new byte[Integer.BYTES + 64];

  DayShift(byte[] key, String scope, int maxDays) {
    if (maxDays < 1 || maxDays > 1_000_000) {
      throw new IllegalArgumentException("maxDays must be from 1 to 1000000, not " + maxDays);
    }
    TokenBinding.requireScope(scope);
    byte[] prefix = LengthPrefixed.encode(TokenBinding.VERSION, KeyUse.SHIFT.word(), scope);
    hash = new KeyedHash(key, prefix);
    this.maxDays = maxDays;
  }

  /**
   * The number of days, from -maxDays to maxDays, never 0.
   *
   * @param subject holds the subject's UTF-8 from {@code from} to {@code to}, exclusive
   */
  public int days(byte[] subject, int from, int to) {
    int length = Integer.BYTES + to - from;
    if (input.length < length) {
      input = new byte[length];
    }
    System.arraycopy(subject, from, input, Integer.BYTES, to - from);
    Arrays.fill(input, 0, Integer.BYTES, (byte) 0);
    return draw(length);
  }

  /** A draw of 64 bits is refused with a chance below 2^-43: each hash has four. */
  private int draw(int length) {
    for (int round = 0; ; round++) {
      ByteBuffer.wrap(input).putInt(round);
      hash.hash(input, 0, length, drawn, 0);
      ByteBuffer words = ByteBuffer.wrap(drawn);
      while (words.hasRemaining()) {
        long word = words.getLong();
        if (isEven(word, 2L * maxDays)) {
          return daysOf((int) Long.remainderUnsigned(word, 2L * maxDays));
        }
      }
    }
  }

  /** Whether a word lies in the largest range from 0 that all choices share evenly. */
  static boolean isEven(long word, long choices) {
    long spoilt = Long.remainderUnsigned(-choices, choices);
    return Long.compareUnsigned(word, -1L - spoilt) <= 0;
  }

  private int daysOf(int choice) {
    return choice < maxDays ? choice - maxDays : choice - maxDays + 1;
  }
}
