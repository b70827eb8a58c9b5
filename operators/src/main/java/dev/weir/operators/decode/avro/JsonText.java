package dev.weir.operators.decode.avro;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.json.JsonStrings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells which text is a JSON value as it stands (RFC 8259). */
public final class JsonText {

  static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  private JsonText() {}

  /** Makes what was appended from there on a string. */
  static void quoteFrom(int start, ByteOutput out) {
    byte[] text = Arrays.copyOfRange(out.array(), start, out.length());
    out.truncateTo(start);
    JsonStrings.write(text, 0, text.length, out);
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
