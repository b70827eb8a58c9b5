package dev.weir.operators.decode.json;

import static dev.weir.operators.decode.json.Grammar.MALFORMED;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.json.JsonStrings;
import java.util.Arrays;
import java.util.List;

/**
 * Where the parts of a Debezium change event stand: {@code op} and {@code after}, in the value
 * itself or, with the converter's schemas, under {@code payload}. All of it is held to the grammar.
 * Confined to one thread.
 */
final class Envelope {

  /** In place of an operation: the payload is null. */
  static final int NO_PAYLOAD = 'd';

  private static final int OP = 0;
  private static final int AFTER = 1;
  private static final int PAYLOAD = 2;
  private static final int ABSENT = -1;

  private final Names names = new Names(List.of("op", "after", "payload"));
  private final ByteOutput text = new ByteOutput(64);
  private final int[] from = new int[3];
  private final int[] to = new int[3];
  private final Skip skip;
  private boolean twice;
  private byte[] bytes = {};

  /**
   * @param depth of containers within the record
   */
  Envelope(int depth) {
    skip = new Skip(depth + 2);
  }

  /** Finds the parts; false if the bytes are no JSON object. */
  boolean read(byte[] value) {
    bytes = value;
    twice = false;
    int start = Grammar.space(bytes, 0, bytes.length);
    int end = object(start);
    if (end == MALFORMED || Grammar.space(bytes, end, bytes.length) < bytes.length) {
      return false;
    }
    boolean wrapped = from[OP] == ABSENT && from[PAYLOAD] != ABSENT;
    return !wrapped || payload();
  }

  private boolean payload() {
    if (bytes[from[PAYLOAD]] == 'n') {
      return true;
    }
    return object(from[PAYLOAD]) != MALFORMED;
  }

  /** The place after the object that begins there. */
  private int object(int start) {
    Arrays.fill(from, ABSENT);
    if (start >= bytes.length || bytes[start] != '{') {
      return MALFORMED;
    }
    int at = Grammar.space(bytes, start + 1, bytes.length);
    if (byteAt(at) == '}') {
      return at + 1;
    }
    do {
      at = member(at);
      int after = at == MALFORMED ? MALFORMED : Grammar.space(bytes, at, bytes.length);
      if (byteAt(after) == '}') {
        return after + 1;
      }
      at = byteAt(after) == ',' ? Grammar.space(bytes, after + 1, bytes.length) : MALFORMED;
    } while (at != MALFORMED);
    return MALFORMED;
  }

  /** The place after the member that begins there. */
  private int member(int at) {
    int close = byteAt(at) == '"' ? Grammar.string(bytes, at + 1, bytes.length) : MALFORMED;
    if (close == MALFORMED) {
      return MALFORMED;
    }
    int part = close > 0 ? names.find(bytes, at + 1, close) : escaped(at + 1, ~close);
    int value = Grammar.colon(bytes, (close > 0 ? close : ~close) + 1, bytes.length);
    int end = value == MALFORMED ? MALFORMED : skip.value(bytes, value, bytes.length, 1);
    if (part != Names.NONE && end != MALFORMED) {
      twice |= from[part] != ABSENT;
      from[part] = value;
      to[part] = end;
    }
    return end;
  }

  private int escaped(int start, int end) {
    text.reset();
    JsonStrings.unescape(bytes, start, end, text);
    return names.find(text.array(), 0, text.length());
  }

  private int byteAt(int at) {
    return at >= 0 && at < bytes.length ? bytes[at] : 0;
  }

  /** Whether one of the parts stands twice. */
  boolean twice() {
    return twice;
  }

  /** The operation's letter; {@link #NO_PAYLOAD} if the payload is null; 0 if there is none. */
  int operation() {
    if (from[OP] == ABSENT) {
      boolean empty = from[PAYLOAD] != ABSENT && bytes[from[PAYLOAD]] == 'n';
      return empty ? NO_PAYLOAD : 0;
    }
    boolean letter = bytes[from[OP]] == '"' && to[OP] - from[OP] == 3;
    return letter ? bytes[from[OP] + 1] : 0;
  }

  /** Whether the state after the change is an object. */
  boolean hasAfter() {
    return from[AFTER] != ABSENT && bytes[from[AFTER]] == '{';
  }

  int afterFrom() {
    return from[AFTER];
  }

  int afterTo() {
    return to[AFTER];
  }
}
