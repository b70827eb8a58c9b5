package dev.weir.operators.decode.json;

import static dev.weir.operators.decode.json.Grammar.MALFORMED;

import dev.weir.config.FieldPath;
import dev.weir.operators.record.Reason;
import java.util.List;

/** Reads an object: the fields that the plan names, past all others. */
final class ObjectReader implements ValueReader {

  private final JsonLayout.Fields layout;
  private final Names names;
  private final JsonLayout.Named[] fields;
  private final ValueReader[] readers;
  private final int[] slots;
  private final JsonLayout.Named[] required;

  /**
   * @param readers in the order of the layout's fields
   */
  ObjectReader(JsonLayout.Fields layout, List<ValueReader> readers) {
    this.layout = layout;
    this.fields = layout.fields().toArray(JsonLayout.Named[]::new);
    this.readers = readers.toArray(ValueReader[]::new);
    this.names = new Names(layout.fields().stream().map(JsonLayout.Named::name).toList());
    this.slots = layout.fields().stream().mapToInt(field -> field.node().slot()).toArray();
    this.required =
        layout.fields().stream()
            .filter(JsonLayout.Named::required)
            .toArray(JsonLayout.Named[]::new);
  }

  @Override
  public int read(Walk walk, int at, int base, int depth) {
    FieldPath path = layout.path();
    int first = walk.byteAt(at);
    if (first == '{') {
      walk.tape[base + layout.slot()] = 1;
      return depth == walk.maxDepth ? MALFORMED : fields(walk, at + 1, base, depth + 1);
    } else if (path == null) {
      return MALFORMED; // a record is an object
    } else if (first != 'n') {
      return walk.rejectAndSkip(Reason.WRONG_TYPE, path, at, depth);
    }
    walk.tape[base + layout.slot()] = JsonLayout.NULL;
    return Grammar.word(walk.bytes, at, walk.bytes.length);
  }

  private int fields(Walk walk, int from, int base, int depth) {
    byte[] bytes = walk.bytes;
    int at = Grammar.space(bytes, from, bytes.length);
    if (walk.byteAt(at) != '}') {
      at = members(walk, bytes, at, base, depth);
    }
    if (at != MALFORMED) {
      checkRequired(walk, base);
      return at + 1;
    }
    return MALFORMED;
  }

  /** From the first name to the brace that closes. */
  private int members(Walk walk, byte[] bytes, int from, int base, int depth) {
    int end = bytes.length;
    int at = from;
    while (at < end && bytes[at] == '"') {
      int close = Grammar.string(bytes, at + 1, end);
      if (close == MALFORMED) {
        return MALFORMED;
      }
      int field = close > 0 ? names.find(bytes, at + 1, close) : escaped(walk, at + 1, ~close);
      at = Grammar.colon(bytes, (close > 0 ? close : ~close) + 1, end);
      if (at == MALFORMED) {
        return MALFORMED;
      }
      at =
          field == Names.NONE
              ? walk.skip.value(bytes, at, end, depth)
              : field(walk, field, at, base, depth);
      if (at == MALFORMED) {
        return MALFORMED;
      }
      at = Grammar.space(bytes, at, end);
      if (walk.byteAt(at) == '}') {
        return at;
      } else if (walk.byteAt(at) != ',') {
        return MALFORMED;
      }
      at = Grammar.space(bytes, at + 1, end);
    }
    return MALFORMED;
  }

  private int escaped(Walk walk, int from, int to) {
    walk.unescape(from, to);
    return names.find(walk.text.array(), 0, walk.text.length());
  }

  private int field(Walk walk, int field, int at, int base, int depth) {
    if (walk.tape[base + slots[field]] != JsonLayout.ABSENT) {
      return walk.rejectAndSkip(Reason.DUPLICATE_NAME, fields[field].path(), at, depth);
    }
    return readers[field].read(walk, at, base, depth);
  }

  private void checkRequired(Walk walk, int base) {
    for (JsonLayout.Named field : required) {
      int span = walk.tape[base + field.node().slot()];
      if (span == JsonLayout.ABSENT || span == JsonLayout.NULL) {
        walk.reject(Reason.MISSING, field.path());
      }
    }
  }
}
