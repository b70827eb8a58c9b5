package dev.weir.operators.decode.json;

import dev.weir.config.FieldPath;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.json.JsonStrings;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.rfc3339.Dates;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The way through one record: its bytes, what was found, and the first thing that was wrong. */
final class Walk {

  /** The record's; its end is that of the array. */
  byte[] bytes = {};

  /** Of the record, in ms since the epoch; {@link Dates#NONE} if it has none. */
  long eventTime;

  final Skip skip;
  final int maxDepth;

  /** What strings with escapes say. */
  final ByteOutput text = new ByteOutput(128);

  /** Grows: it is another array after every {@link #frame}. */
  int[] tape = new int[256];

  private final int maxTape;
  private int used;
  private @Nullable Rejection rejection;

  /**
   * @param maxTape the most that frames may take together: items that say nothing take as much of
   *     it as others, and would else take a record's memory many times over
   */
  Walk(int maxDepth, int maxTape) {
    this.maxDepth = maxDepth;
    this.maxTape = maxTape;
    this.skip = new Skip(maxDepth);
  }

  void begin(byte[] record) {
    bytes = record;
    eventTime = Dates.NONE;
    used = 0;
    rejection = null;
  }

  /**
   * Makes room for a frame with nothing in it, and says where it begins; {@link Grammar#MALFORMED}
   * if there have been too many.
   */
  int frame(int length) {
    int base = used;
    if (maxTape - base < length) {
      return Grammar.MALFORMED;
    }
    used += length;
    if (tape.length < used) {
      tape = Arrays.copyOf(tape, Math.max(used, 2 * tape.length));
    }
    Arrays.fill(tape, base, used, JsonLayout.ABSENT);
    return base;
  }

  int[] spans() {
    return Arrays.copyOf(tape, used);
  }

  /** Only the first counts; the record is read to its end, for it may be no JSON at all. */
  void reject(Reason reason, FieldPath field) {
    if (rejection == null) {
      rejection = new Rejection(reason, field);
    }
  }

  @Nullable Rejection rejection() {
    return rejection;
  }

  /** Passes over a value that has been found wanting. */
  int rejectAndSkip(Reason reason, FieldPath field, int at, int depth) {
    reject(reason, field);
    return skip.value(bytes, at, bytes.length, depth);
  }

  /** The byte there; 0, which no token begins with, after the end. */
  int byteAt(int at) {
    return at < bytes.length ? bytes[at] : 0;
  }

  /** What a string with escapes says, in {@link #text}. */
  void unescape(int from, int to) {
    text.reset();
    JsonStrings.unescape(bytes, from, to, text);
  }
}
