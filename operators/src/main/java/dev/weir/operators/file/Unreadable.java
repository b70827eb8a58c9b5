package dev.weir.operators.file;

/** Values that stand for records which could not be read. */
final class Unreadable {

  /** Occurs nowhere in UTF-8. */
  private static final byte MARK = (byte) 0xff;

  private Unreadable() {}

  /**
   * A value that decode refuses as malformed whatever the bytes are, a JSON object in a CSV row
   * among them: the mark, then the bytes.
   */
  static byte[] value(byte[] bytes) {
    byte[] marked = new byte[bytes.length + 1];
    marked[0] = MARK;
    System.arraycopy(bytes, 0, marked, 1, bytes.length);
    return marked;
  }
}
