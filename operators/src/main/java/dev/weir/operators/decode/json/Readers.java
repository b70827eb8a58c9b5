package dev.weir.operators.decode.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles a layout to readers. */
final class Readers {

  private final JsonLayout.@Nullable Leaf eventTime;

  /**
   * @param eventTime of dates and timestamps the one that is the record's own time; null: none
   */
  Readers(JsonLayout.@Nullable Leaf eventTime) {
    this.eventTime = eventTime;
  }

  ValueReader of(JsonLayout.Node node) {
    if (node instanceof JsonLayout.Fields fields) {
      List<ValueReader> readers = new ArrayList<>();
      fields.fields().forEach(field -> readers.add(of(field.node())));
      return new ObjectReader(fields, readers);
    } else if (node instanceof JsonLayout.Items items) {
      return new ArrayReader(items, of(items.item().root()));
    }
    return leaf((JsonLayout.Leaf) node);
  }

  private ValueReader leaf(JsonLayout.Leaf leaf) {
    return switch (leaf.type()) {
      case STRING -> new StringReader(leaf);
      case INTEGER -> new NumberReader(leaf, true);
      case NUMBER -> new NumberReader(leaf, false);
      case BOOLEAN -> new BooleanReader(leaf);
      case DATE -> new TimeReaders.Date(leaf, leaf.equals(eventTime));
      case TIMESTAMP -> new TimeReaders.Timestamp(leaf, leaf.equals(eventTime));
      case TIME -> new TimeReaders.TimeOfDay(leaf);
      case OBJECT, ARRAY, MAP, VECTOR ->
          throw new IllegalArgumentException(leaf.path() + " is no single value");
    };
  }
}
