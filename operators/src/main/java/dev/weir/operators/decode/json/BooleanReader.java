package dev.weir.operators.decode.json;

/** Reads {@code true} or {@code false}. */
final class BooleanReader extends LeafReader {

  BooleanReader(JsonLayout.Leaf leaf) {
    super(leaf);
  }

  @Override
  public int read(Walk walk, int at, int base, int depth) {
    int first = walk.byteAt(at);
    if (first != 't' && first != 'f') {
      return nullOrWrong(walk, at, base, depth);
    }
    return note(walk, at, Grammar.word(walk.bytes, at, walk.bytes.length), base);
  }
}
