package dev.weir.operators.decode.json;

import static dev.weir.operators.decode.json.Grammar.MALFORMED;

import dev.weir.operators.record.Reason;

/** Reads an array, each item into a frame of its own. */
final class ArrayReader implements ValueReader {

  private final JsonLayout.Items items;
  private final ValueReader item;

  ArrayReader(JsonLayout.Items items, ValueReader item) {
    this.items = items;
    this.item = item;
  }

  @Override
  public int read(Walk walk, int at, int base, int depth) {
    int first = walk.byteAt(at);
    if (first == '[') {
      return depth == walk.maxDepth ? MALFORMED : items(walk, at + 1, base, depth + 1);
    } else if (first != 'n') {
      return walk.rejectAndSkip(Reason.WRONG_TYPE, items.path(), at, depth);
    }
    walk.tape[base + items.slot()] = JsonLayout.NULL;
    return Grammar.word(walk.bytes, at, walk.bytes.length);
  }

  private int items(Walk walk, int from, int base, int depth) {
    int end = walk.bytes.length;
    int at = Grammar.space(walk.bytes, from, end);
    if (walk.byteAt(at) == ']') {
      walk.tape[base + items.slot()] = Integer.MAX_VALUE; // there, and no frame is ever asked for
      return at + 1;
    }
    int frame = base + items.slot(); // where the place of the next frame is to be noted
    for (int count = 1; ; count++) {
      int next = walk.frame(items.item().length());
      if (next == MALFORMED) {
        return MALFORMED;
      }
      walk.tape[frame] = next;
      walk.tape[base + items.slot() + 1] = count;
      frame = next + JsonLayout.NEXT;
      at = item.read(walk, at, next, depth);
      if (at == MALFORMED) {
        return MALFORMED;
      }
      at = Grammar.space(walk.bytes, at, end);
      if (walk.byteAt(at) == ']') {
        return at + 1;
      } else if (walk.byteAt(at) != ',') {
        return MALFORMED;
      }
      at = Grammar.space(walk.bytes, at + 1, end);
    }
  }
}
