package dev.weir.operators.decode.avro;

import dev.weir.operators.treat.ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes values as JSON (RFC 8259). */
public final class JsonText {

  static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CONTROL = "\\u00".getBytes(StandardCharsets.US_ASCII);

  private JsonText() {}

  /**
   * Appends UTF-8 as a string: quoted, with a backslash before quotes and backslashes, control
   * characters as {@code \\u00xx}. Bytes above 0x7f are taken as they are, ill-formed ones too.
   */
  public static void string(byte[] text, int from, int to, ByteOutput out) {
    out.write('"');
    int plain = from;
    for (int at = from; at < to; at++) {
      int b = text[at];
      if (b == '"' || b == '\\' || (b >= 0 && b < ' ')) {
        out.write(text, plain, at);
        escape(b, out);
        plain = at + 1;
      }
    }
    out.write(text, plain, to);
    out.write('"');
  }

  /** As {@link #string(byte[], int, int, ByteOutput)}. */
  public static void string(String text, ByteOutput out) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    string(bytes, 0, bytes.length, out);
  }

  private static void escape(int b, ByteOutput out) {
    if (b >= ' ') {
      out.write('\\');
      out.write(b);
    } else {
      out.write(CONTROL);
      out.write(HEX[b >> 4]);
      out.write(HEX[b & 0xf]);
    }
  }

  /** Makes what was appended from there on a string. */
  static void quoteFrom(int start, ByteOutput out) {
    byte[] text = Arrays.copyOfRange(out.array(), start, out.length());
    out.truncateTo(start);
    string(text, 0, text.length, out);
  }

  /** Whether these characters are one number or {@code true} or {@code false}. */
  public static boolean isNumberOrBoolean(byte[] text, int from, int to) {
    return isNumber(text, from, to) || is("true", text, from, to) || is("false", text, from, to);
  }

  private static boolean is(String word, byte[] text, int from, int to) {
    boolean same = to - from == word.length();
    for (int i = 0; same && i < word.length(); i++) {
      same = text[from + i] == word.charAt(i);
    }
    return same;
  }

  /** Whether these characters are a number by RFC 8259, section 6. */
  public static boolean isNumber(byte[] text, int from, int to) {
    int at = from < to && text[from] == '-' ? from + 1 : from;
    int whole = digits(text, at, to);
    if (whole == at || (text[at] == '0' && whole > at + 1)) {
      return false;
    }
    at = whole;
    if (at < to && text[at] == '.') {
      int fraction = digits(text, at + 1, to);
      if (fraction == at + 1) {
        return false;
      }
      at = fraction;
    }
    return at == to || isExponent(text, at, to);
  }

  private static boolean isExponent(byte[] text, int from, int to) {
    if ((text[from] | 0x20) != 'e') {
      return false;
    }
    int at = from + 1;
    if (at < to && (text[at] == '+' || text[at] == '-')) {
      at++;
    }
    int end = digits(text, at, to);
    return end > at && end == to;
  }

  private static int digits(byte[] text, int from, int to) {
    int at = from;
    while (at < to && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    return at;
  }
}
