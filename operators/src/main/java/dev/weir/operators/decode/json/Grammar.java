package dev.weir.operators.decode.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** RFC 8259's tokens: each method says where the one that begins at a place ends. */
final class Grammar {

  /** No such token begins there. Below every place, and every inverted place. */
  static final int MALFORMED = Integer.MIN_VALUE;

  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long QUOTES = 0x2222222222222222L;
  private static final long BACKSLASHES = 0x5c5c5c5c5c5c5c5cL;
  private static final long SPACES = 0x2020202020202020L;

  private Grammar() {}

  /** The place of the first byte that is no white space. */
  static int space(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] <= ' ' && isSpace(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** Where the value begins of which the name ended there: past a colon and white space. */
  static int colon(byte[] bytes, int from, int end) {
    int at = from < end && bytes[from] == ':' ? from : space(bytes, from, end);
    return at < end && bytes[at] == ':' ? space(bytes, at + 1, end) : MALFORMED;
  }

  /**
   * The place of the quote that ends a string; inverted if there are escapes before it. Escapes and
   * UTF-8 are held to the rules, except that an escape may name half of a surrogate pair.
   *
   * @param from after the first quote
   */
  static int string(byte[] bytes, int from, int end) {
    int at = from;
    while (at + Long.BYTES <= end) {
      long notPlain = notPlain((long) LONGS.get(bytes, at));
      if (notPlain != 0) {
        at += Long.numberOfTrailingZeros(notPlain) >>> 3;
        return bytes[at] == '"' ? at : notPlain(bytes, at, end);
      }
      at += Long.BYTES;
    }
    return notPlain(bytes, at, end);
  }

  /**
   * The high bit of each byte that is a quote, a backslash, a control character or not ASCII; above
   * the lowest such byte it may be set for others too.
   */
  private static long notPlain(long word) {
    long quotes = word ^ QUOTES;
    long backslashes = word ^ BACKSLASHES;
    return (((quotes - ONES) & ~quotes)
            | ((backslashes - ONES) & ~backslashes)
            | ((word - SPACES) & ~word)
            | word)
        & HIGH_BITS;
  }

  /** The rest of a string, from anywhere between its characters. */
  private static int notPlain(byte[] bytes, int from, int end) {
    boolean escapes = false;
    int at = from;
    while (at < end) {
      int b = bytes[at];
      if (b == '"') {
        return escapes ? ~at : at;
      } else if (b == '\\') {
        escapes = true;
        at = Escapes.end(bytes, at, end);
      } else if (b < 0) {
        at = Utf8.end(bytes, at, end);
      } else {
        at = b < ' ' ? MALFORMED : plain(bytes, at + 1, end);
      }
      if (at == MALFORMED) {
        return MALFORMED;
      }
    }
    return MALFORMED;
  }

  /** The first place of no plain character, or one before it. */
  private static int plain(byte[] bytes, int from, int end) {
    int at = from;
    while (at + Long.BYTES <= end) {
      long notPlain = notPlain((long) LONGS.get(bytes, at));
      if (notPlain != 0) {
        return at + (Long.numberOfTrailingZeros(notPlain) >>> 3);
      }
      at += Long.BYTES;
    }
    return at;
  }

  /** A number, at its sign or first digit. */
  static int number(byte[] bytes, int from, int end) {
    int at = integer(bytes, from, end);
    if (at < end && at > 0 && bytes[at] == '.') {
      at = digits(bytes, at + 1, end);
    }
    if (at < end && at > 0 && (bytes[at] | 0x20) == 'e') {
      int sign = at + 1 < end && (bytes[at + 1] == '+' || bytes[at + 1] == '-') ? 1 : 0;
      at = digits(bytes, at + 1 + sign, end);
    }
    return at;
  }

  /** The part of a number before its point and exponent. */
  static int integer(byte[] bytes, int from, int end) {
    int first = from < end && bytes[from] == '-' ? from + 1 : from;
    if (first < end && bytes[first] == '0') {
      return first + 1;
    }
    return digits(bytes, first, end);
  }

  private static int digits(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at == from ? MALFORMED : at;
  }

  /** One of the words {@code true}, {@code false} and {@code null}, by its first letter. */
  static int word(byte[] bytes, int from, int end) {
    return switch (bytes[from]) {
      case 't' -> word(TRUE, bytes, from, end);
      case 'f' -> word(FALSE, bytes, from, end);
      case 'n' -> word(NULL, bytes, from, end);
      default -> MALFORMED;
    };
  }

  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private static int word(byte[] word, byte[] bytes, int from, int end) {
    if (end - from < word.length) {
      return MALFORMED;
    }
    for (int i = 1; i < word.length; i++) {
      if (bytes[from + i] != word[i]) {
        return MALFORMED;
      }
    }
    return from + word.length;
  }
}
