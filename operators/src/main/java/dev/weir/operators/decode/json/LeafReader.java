package dev.weir.operators.decode.json;

import static dev.weir.operators.decode.json.Grammar.MALFORMED;

import dev.weir.operators.record.Reason;

/** Reads one value that is no object and no array. */
abstract class LeafReader implements ValueReader {

  final JsonLayout.Leaf leaf;

  LeafReader(JsonLayout.Leaf leaf) {
    this.leaf = leaf;
  }

  /** Notes a null; what else is not of the type is passed over. */
  final int nullOrWrong(Walk walk, int at, int base, int depth) {
    if (walk.byteAt(at) != 'n') {
      return walk.rejectAndSkip(Reason.WRONG_TYPE, leaf.path(), at, depth);
    }
    walk.tape[base + leaf.slot()] = JsonLayout.NULL;
    return Grammar.word(walk.bytes, at, walk.bytes.length);
  }

  /** Notes a value from there to there. */
  final int note(Walk walk, int at, int end, int base) {
    if (end == MALFORMED) {
      return MALFORMED;
    }
    walk.tape[base + leaf.slot()] = at;
    walk.tape[base + leaf.slot() + 1] = end;
    return end;
  }
}
