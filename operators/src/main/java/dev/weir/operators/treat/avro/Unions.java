package dev.weir.operators.treat.avro;

import org.apache.avro.Schema;

/** Unions of a type and null, which are the only ones that a plan's fields have. */
final class Unions {

  private Unions() {}

  /** The type without null. */
  static Schema nonNull(Schema schema) {
    if (schema.getType() != Schema.Type.UNION) {
      return schema;
    }
    return schema.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElse(schema);
  }
}
