package dev.weir.operators.json;

import dev.weir.operators.bytes.ByteOutput;
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
   * Appends UTF-8, taking ill-formed bytes as they are, with a backslash before quotes and
   * backslashes and control characters as {@code \\u00xx}; everything else as it is.
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

  /**
   * Appends the text that a string says.
   *
   * @param from of what stands between its quotes, which is well-formed. Half a surrogate pair is
   *     written as if it were a character, which no well-formed text is equal to.
   */
  public static void unescape(byte[] text, int from, int to, ByteOutput out) {
    int plain = from;
    int at = from;
    while (at < to) {
      if (text[at] != '\\') {
        at++;
        continue;
      }
      out.write(text, plain, at);
      at = unescapeOne(text, at + 1, to, out);
      plain = at;
    }
    out.write(text, plain, to);
  }

  /** Returns where the escape, or the pair of escapes, ends. */
  private static int unescapeOne(byte[] text, int letter, int to, ByteOutput out) {
    if (text[letter] != 'u') {
      out.write(plain(text[letter]));
      return letter + 1;
    }
    char unit = unit(text, letter + 1);
    int next = letter + 5;
    boolean escapeFollows = to - next >= 6 && text[next] == '\\' && text[next + 1] == 'u';
    char low = escapeFollows ? unit(text, next + 2) : 0;
    if (Character.isSurrogatePair(unit, low)) {
      codePoint(Character.toCodePoint(unit, low), out);
      return next + 6;
    }
    codePoint(unit, out);
    return next;
  }

  private static int plain(byte letter) {
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> letter;
    };
  }

  /** The UTF-16 unit of four hexadecimal digits. */
  public static char unit(byte[] text, int at) {
    int unit = 0;
    for (int i = at; i < at + 4; i++) {
      unit = unit << 4 | Character.digit(text[i], 16);
    }
    return (char) unit;
  }

  private static void codePoint(int point, ByteOutput out) {
    if (point < 0x80) {
      out.write(point);
    } else if (point < 0x800) {
      out.write(0xc0 | point >> 6);
      out.write(0x80 | point & 0x3f);
    } else if (point < 0x10000) {
      out.write(0xe0 | point >> 12);
      out.write(0x80 | point >> 6 & 0x3f);
      out.write(0x80 | point & 0x3f);
    } else {
      out.write(0xf0 | point >> 18);
      out.write(0x80 | point >> 12 & 0x3f);
      out.write(0x80 | point >> 6 & 0x3f);
      out.write(0x80 | point & 0x3f);
    }
  }
}
