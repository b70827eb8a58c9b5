package dev.weir.operators.decode.json;

import dev.weir.operators.judge.Jurisdictions;
import dev.weir.operators.record.Event;
import dev.weir.plan.ProductPlan;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Says where a record's subject is, as {@link Event#jurisdiction()} does. */
final class JurisdictionReader {

  private final JsonLayout.@Nullable Leaf leaf;
  private final byte[][] named;

  /**
   * @param leaf null: records do not say
   */
  JurisdictionReader(ProductPlan product, JsonLayout.@Nullable Leaf leaf) {
    this.leaf = leaf;
    this.named =
        Jurisdictions.named(product).stream()
            .map(name -> name.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
  }

  /** Of the record that the walk has read. */
  int read(Walk walk) {
    int start = leaf == null ? JsonLayout.ABSENT : walk.tape[leaf.slot()];
    if (leaf == null || start == JsonLayout.ABSENT || start == JsonLayout.NULL) {
      return Event.UNKNOWN;
    }
    int end = walk.tape[leaf.slot() + 1];
    if (end >= 0) {
      return index(walk.bytes, start, end);
    }
    walk.unescape(start, ~end);
    return index(walk.text.array(), 0, walk.text.length());
  }

  private int index(byte[] text, int from, int to) {
    for (int i = 0; i < named.length; i++) {
      if (Arrays.equals(named[i], 0, named[i].length, text, from, to)) {
        return i;
      }
    }
    return Event.OTHER;
  }
}
