package dev.weir.operators.treat.json;

import dev.weir.operators.treat.CellCounter;

/**
 * Counts the cells of JSON that a treater wrote: it is well-formed, and no white space follows a
 * name. One pass, and no object.
 */
public final class JsonCells implements CellCounter {

  @Override
  public int cells(byte[] value) {
    int cells = 0;
    int at = 0;
    while (at < value.length) {
      byte b = value[at];
      if (b == '"') {
        at = afterString(value, at + 1);
        cells += at < value.length && value[at] == ':' ? 0 : 1;
      } else if (isPunctuation(b)) {
        at++;
      } else {
        cells += b == 'n' ? 0 : 1;
        at = afterWord(value, at);
      }
    }
    return cells;
  }

  private static int afterString(byte[] value, int from) {
    int at = from;
    while (value[at] != '"') {
      at += value[at] == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  /** Past a number, {@code true}, {@code false} or {@code null}. */
  private static int afterWord(byte[] value, int from) {
    int at = from;
    while (at < value.length && !isPunctuation(value[at])) {
      at++;
    }
    return at;
  }

  private static boolean isPunctuation(byte b) {
    return switch (b) {
      case ',', ':', '{', '}', '[', ']', ' ', '\t', '\r', '\n' -> true;
      default -> false;
    };
  }
}
