package dev.weir.operators.decode.json;

import static dev.weir.operators.decode.json.Grammar.MALFORMED;

/** Passes over values that no plan names: held to the grammar, and nothing else. */
final class Skip {

  /** For each container that is open, whether it is an object. As many as may be open. */
  private final boolean[] objects;

  private int open;

  /**
   * @param maxDepth of containers, counted from the record
   */
  Skip(int maxDepth) {
    this.objects = new boolean[maxDepth];
  }

  /**
   * Where the value ends that begins there.
   *
   * @param depth containers that it is in
   */
  int value(byte[] bytes, int at, int end, int depth) {
    return opens(bytes, at, end) ? container(bytes, at, end, depth) : scalar(bytes, at, end);
  }

  private static int scalar(byte[] bytes, int at, int end) {
    if (at >= end) {
      return MALFORMED;
    }
    int first = bytes[at];
    if (first == '"') {
      return afterString(bytes, at, end);
    }
    return first == '-' || (first >= '0' && first <= '9')
        ? Grammar.number(bytes, at, end)
        : Grammar.word(bytes, at, end);
  }

  private static int afterString(byte[] bytes, int at, int end) {
    int close = Grammar.string(bytes, at + 1, end);
    return close == MALFORMED ? MALFORMED : (close < 0 ? ~close : close) + 1;
  }

  /** Without recursion: nothing that a sender writes may use up the stack. */
  private int container(byte[] bytes, int from, int end, int depth) {
    open = depth;
    int at = from;
    do {
      at =
          opens(bytes, at, end)
              ? open(bytes, at, end, depth)
              : close(bytes, scalar(bytes, at, end), end, depth);
    } while (at >= 0 && open > depth);
    return at;
  }

  private static boolean opens(byte[] bytes, int at, int end) {
    return at < end && (bytes[at] == '{' || bytes[at] == '[');
  }

  /** To the first value in the container that opens there; past it if it is empty. */
  private int open(byte[] bytes, int at, int end, int depth) {
    if (open == objects.length) {
      return MALFORMED;
    }
    objects[open++] = bytes[at] == '{';
    int first = Grammar.space(bytes, at + 1, end);
    return closes(bytes, first, end) ? close(bytes, first, end, depth) : name(bytes, first, end);
  }

  /** From the end of a value to the next one, past every container that ends before it. */
  private int close(byte[] bytes, int from, int end, int depth) {
    int at = from;
    while (at >= 0 && open > depth) {
      at = Grammar.space(bytes, at, end);
      if (closes(bytes, at, end)) {
        open--;
        at++;
      } else if (at < end && bytes[at] == ',') {
        return name(bytes, Grammar.space(bytes, at + 1, end), end);
      } else {
        return MALFORMED;
      }
    }
    return at;
  }

  private boolean closes(byte[] bytes, int at, int end) {
    return at < end && bytes[at] == (objects[open - 1] ? '}' : ']');
  }

  /** Past a value's name, if it is in an object. */
  private int name(byte[] bytes, int at, int end) {
    if (!objects[open - 1]) {
      return at;
    } else if (at >= end || bytes[at] != '"') {
      return MALFORMED;
    }
    int after = afterString(bytes, at, end);
    return after == MALFORMED ? MALFORMED : Grammar.colon(bytes, after, end);
  }
}
