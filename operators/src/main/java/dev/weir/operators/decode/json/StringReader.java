package dev.weir.operators.decode.json;

import static dev.weir.operators.decode.json.Grammar.MALFORMED;

import dev.weir.operators.record.Reason;

/** Reads a string; those below hold its text to a form. */
class StringReader extends LeafReader {

  StringReader(JsonLayout.Leaf leaf) {
    super(leaf);
  }

  @Override
  public final int read(Walk walk, int at, int base, int depth) {
    if (walk.byteAt(at) != '"') {
      return nullOrWrong(walk, at, base, depth);
    }
    int close = Grammar.string(walk.bytes, at + 1, walk.bytes.length);
    if (close == MALFORMED) {
      return MALFORMED;
    }
    walk.tape[base + leaf.slot()] = at + 1;
    walk.tape[base + leaf.slot() + 1] = close;
    if (close < 0) {
      escaped(walk, at + 1, ~close);
      return ~close + 1;
    }
    check(walk, walk.bytes, at + 1, close);
    return close + 1;
  }

  /** Half a surrogate pair is no text, and a partner's reader may choke on it. */
  private void escaped(Walk walk, int from, int to) {
    if (!Escapes.paired(walk.bytes, from, to)) {
      walk.reject(Reason.MALFORMED, leaf.path());
    }
    walk.unescape(from, to);
    check(walk, walk.text.array(), 0, walk.text.length());
  }

  private void check(Walk walk, byte[] text, int from, int to) {
    if (!isOfType(walk, text, from, to)) {
      walk.reject(Reason.WRONG_TYPE, leaf.path());
    }
  }

  /** Whether a text, without escapes, has the form of the type. */
  boolean isOfType(Walk walk, byte[] text, int from, int to) {
    return true;
  }
}
