package dev.weir.operators.decode.avro;

import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A schema without its null.
 *
 * @param schema what a value that is not null has
 * @param index its place in the union; -1 where there is no union
 * @param nullIndex the place of null in the union; -1 where there is none
 */
record NonNull(Schema schema, int index, int nullIndex) {

  static final int NONE = -1;

  /** Of a plain type, {@code [X]}, {@code [null, X]} or {@code [X, null]}; null for the others. */
  static @Nullable NonNull of(Schema schema) {
    if (schema.getType() != Schema.Type.UNION) {
      return schema.getType() == Schema.Type.NULL ? null : new NonNull(schema, NONE, NONE);
    }
    List<Schema> branches = schema.getTypes();
    int nullIndex = nullAmong(branches);
    int values = branches.size() - (nullIndex == NONE ? 0 : 1);
    if (values != 1) {
      return null;
    }
    int index = nullIndex == 0 ? 1 : 0;
    return new NonNull(branches.get(index), index, nullIndex);
  }

  private static int nullAmong(List<Schema> branches) {
    for (int i = 0; i < branches.size(); i++) {
      if (branches.get(i).getType() == Schema.Type.NULL) {
        return i;
      }
    }
    return NONE;
  }

  boolean isUnion() {
    return index != NONE;
  }
}
