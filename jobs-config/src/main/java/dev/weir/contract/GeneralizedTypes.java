package dev.weir.contract;

import dev.weir.plan.Generalization;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/** The Avro type of a generalized value: itself, a label, or an object of its ends. */
final class GeneralizedTypes {

  private static final Schema LONG = Schema.create(Schema.Type.LONG);
  private static final Schema DOUBLE = Schema.create(Schema.Type.DOUBLE);
  private static final Schema STRING = Schema.create(Schema.Type.STRING);

  private GeneralizedTypes() {}

  /**
   * @param name of the field in its namespace, which no other field of the record has
   */
  static Schema of(Generalization generalization, String name) {
    if (generalization instanceof Generalization.Integers) {
      return Schema.createUnion(LONG, ends(name, LONG));
    } else if (generalization instanceof Generalization.Numbers) {
      return ends(name, DOUBLE);
    } else if (generalization instanceof Generalization.Days) {
      return Schema.createUnion(STRING, ends(name, STRING));
    } else if (generalization instanceof Generalization.Instants) {
      return ends(name, STRING);
    }
    return generalization instanceof Generalization.Place ? place(name) : STRING;
  }

  private static Schema ends(String name, Schema type) {
    return SchemaBuilder.record(name)
        .fields()
        .name("from")
        .type(type)
        .noDefault()
        .name("to")
        .type(type)
        .noDefault()
        .endRecord();
  }

  private static Schema place(String name) {
    return SchemaBuilder.record(name)
        .fields()
        .name("lat")
        .type(ends(name + "_lat", DOUBLE))
        .noDefault()
        .name("lon")
        .type(ends(name + "_lon", DOUBLE))
        .noDefault()
        .endRecord();
  }
}
