package dev.weir.operators.bytes;

import java.util.Arrays;

/** A growing array of bytes that is used again for every record. */
public final class ByteOutput {

  private byte[] bytes;
  private int length;

  public ByteOutput(int capacity) {
    bytes = new byte[capacity];
  }

  /** Forgets what was written. */
  public void reset() {
    length = 0;
  }

  /** Forgets what was written from there on. */
  public void truncateTo(int newLength) {
    length = newLength;
  }

  public int length() {
    return length;
  }

  /** The array behind it, for writers that have asked for {@link #room}; valid until it grows. */
  public byte[] array() {
    return bytes;
  }

  /** Makes room for so many more bytes. */
  public ByteOutput room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, more)));
    }
    return this;
  }

  /** Takes what a writer has put into {@link #array} up to there. */
  public void advanceTo(int newLength) {
    length = newLength;
  }

  public void write(int b) {
    room(1);
    bytes[length++] = (byte) b;
  }

  public void write(byte[] from, int start, int end) {
    int count = end - start;
    room(count);
    System.arraycopy(from, start, bytes, length, count);
    length += count;
  }

  public void write(byte[] all) {
    write(all, 0, all.length);
  }

  /** A copy of what was written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }
}
