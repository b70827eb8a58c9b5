package dev.weir.operators.decode.json;

import static dev.weir.operators.decode.json.Grammar.MALFORMED;

import dev.weir.operators.record.Reason;

/** Reads a number; an integer is one without fraction and exponent. */
final class NumberReader extends LeafReader {

  private final boolean integer;

  NumberReader(JsonLayout.Leaf leaf, boolean integer) {
    super(leaf);
    this.integer = integer;
  }

  @Override
  public int read(Walk walk, int at, int base, int depth) {
    int first = walk.byteAt(at);
    if (first != '-' && (first < '0' || first > '9')) {
      return nullOrWrong(walk, at, base, depth);
    }
    int end = Grammar.number(walk.bytes, at, walk.bytes.length);
    if (end != MALFORMED && integer && end != Grammar.integer(walk.bytes, at, end)) {
      walk.reject(Reason.WRONG_TYPE, leaf.path());
    }
    return note(walk, at, end, base);
  }
}
