package dev.weir.operators.json;

import dev.weir.operators.treat.ByteOutput;
import java.nio.charset.StandardCharsets;

/** Writes and reads what stands between a string's quotes. */
public final class JsonStrings {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CONTROL = "\\u00".getBytes(StandardCharsets.US_ASCII);

  private JsonStrings() {}

  /** Appends a quoted string: as {@link #escape}, with its quotes. */
  public static void write(byte[] text, int from, int to, ByteOutput out) {
    out.write('"');
    escape(text, from, to, out);
    out.write('"');
  }

  /** Appends a quoted string. */
  public static void write(String text, ByteOutput out) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(bytes, 0, bytes.length, out);
  }

  /**
   * Appends well-formed UTF-8 with a backslash before quotes and backslashes and control characters
   * as {@code \\u00xx}; everything else as it is.
   */
  public static void escape(byte[] text, int from, int to, ByteOutput out) {
    int plain = from;
    for (int at = from; at < to; at++) {
      if (needsEscape(text[at])) {
        out.write(text, plain, at);
        escape(text[at], out);
        plain = at + 1;
      }
    }
    out.write(text, plain, to);
  }

  /** Whether {@link #escape} would change anything. */
  public static boolean needsEscape(byte[] text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (needsEscape(text[at])) {
        return true;
      }
    }
    return false;
  }

  private static boolean needsEscape(byte b) {
    return b == '"' || b == '\\' || (b >= 0 && b < ' ');
  }

  private static void escape(byte b, ByteOutput out) {
    if (b >= ' ') {
      out.write('\\');
      out.write(b);
    } else {
      out.write(CONTROL);
      out.write(HEX[b >> 4]);
      out.write(HEX[b & 0xf]);
    }
  }
}
