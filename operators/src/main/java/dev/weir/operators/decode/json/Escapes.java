package dev.weir.operators.decode.json;

import static dev.weir.operators.decode.json.Grammar.MALFORMED;

import dev.weir.operators.json.JsonStrings;

/** Escapes in strings (RFC 8259, section 7). */
final class Escapes {

  private static final int UNICODE_LENGTH = 6;

  private Escapes() {}

  /** Where the escape ends whose backslash stands there. */
  static int end(byte[] bytes, int at, int end) {
    if (at + 1 >= end) {
      return MALFORMED;
    }
    return switch (bytes[at + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 2;
      case 'u' -> isUnicode(bytes, at, end) ? at + UNICODE_LENGTH : MALFORMED;
      default -> MALFORMED;
    };
  }

  private static boolean isUnicode(byte[] bytes, int at, int end) {
    boolean hex = end - at >= UNICODE_LENGTH;
    for (int i = 2; hex && i < UNICODE_LENGTH; i++) {
      hex = bytes[at + i] >= 0 && Character.digit(bytes[at + i], 16) >= 0;
    }
    return hex;
  }

  /**
   * Whether every escaped half of a surrogate pair has its other half: only then is the string a
   * text.
   *
   * @param from of what stands between the quotes, which is well-formed
   */
  static boolean paired(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\\') {
        int length = pairedLength(bytes, at, to);
        if (length == 0) {
          return false;
        }
        at += length - 1;
      }
    }
    return true;
  }

  /** Of one escape, or of two that are a pair; 0 of half a pair. */
  private static int pairedLength(byte[] bytes, int at, int to) {
    char unit = unit(bytes, at, to);
    if (Character.isLowSurrogate(unit)) {
      return 0;
    } else if (Character.isHighSurrogate(unit)) {
      char low = unit(bytes, at + UNICODE_LENGTH, to);
      return Character.isLowSurrogate(low) ? 2 * UNICODE_LENGTH : 0;
    }
    return bytes[at + 1] == 'u' ? UNICODE_LENGTH : 2;
  }

  /** The UTF-16 unit that is escaped there; 0 if there is no such escape. */
  private static char unit(byte[] bytes, int at, int to) {
    if (to - at < UNICODE_LENGTH || bytes[at] != '\\' || bytes[at + 1] != 'u') {
      return 0;
    }
    return JsonStrings.unit(bytes, at + 2);
  }
}
