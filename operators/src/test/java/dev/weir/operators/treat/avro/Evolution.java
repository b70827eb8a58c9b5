package dev.weir.operators.treat.avro;

import dev.weir.plan.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** Draws a writer's schema that a reader can resolve, by what the specification lets change. */
final class Evolution {

  private final Random random;
  private final Set<String> required;
  private final Map<String, Schema> made = new HashMap<>();

  Evolution(Random random, Shape.Fields shape) {
    this.random = random;
    required =
        shape.fields().stream()
            .filter(Shape.Field::required)
            .map(Shape.Field::name)
            .collect(Collectors.toSet());
  }

  /** The schema with an alias for some of the fields. */
  Schema reader(Schema schema) {
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      Schema.Field same = RandomSchemas.field(field.name(), field.schema());
      if (random.nextInt(4) == 0) {
        same.addAlias("old_" + field.name());
      }
      fields.add(same);
    }
    return Schema.createRecord(schema.getName(), null, schema.getNamespace(), false, fields);
  }

  Schema writer(Schema reader) {
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : reader.getFields()) {
      boolean defaulted = field.hasDefaultValue() && !required.contains(field.name());
      if (!defaulted || random.nextInt(3) > 0) {
        boolean renamed = !field.aliases().isEmpty() && random.nextBoolean();
        String name = renamed ? field.aliases().iterator().next() : field.name();
        fields.add(new Schema.Field(name, type(field.schema())));
      }
    }
    if (random.nextBoolean()) {
      fields.add(new Schema.Field("added", Schema.createMap(Schema.create(Schema.Type.STRING))));
    }
    Collections.shuffle(fields, random);
    return Schema.createRecord(reader.getName(), null, reader.getNamespace(), false, fields);
  }

  /** Types that hold themselves stay as they are: taking null from them leaves no way out. */
  private Schema type(Schema reader) {
    if (holdsItself(reader)) {
      return reader;
    }
    return switch (reader.getType()) {
      case UNION -> union(reader);
      case LONG, FLOAT, DOUBLE -> reader.getLogicalType() == null ? narrower(reader) : reader;
      case ARRAY -> Schema.createArray(type(reader.getElementType()));
      case RECORD -> record(reader);
      default -> reader;
    };
  }

  private static boolean holdsItself(Schema reader) {
    return Unions.nonNull(reader).getName().matches("T[0-9]+");
  }

  /** Without null, with null in the other place, or as it is. */
  private Schema union(Schema reader) {
    boolean nullable = reader.isNullable() && reader.getTypes().size() == 2;
    if (!nullable) {
      return reader;
    }
    Schema type = type(Unions.nonNull(reader));
    Schema none = Schema.create(Schema.Type.NULL);
    return switch (random.nextInt(3)) {
      case 0 -> type;
      case 1 -> Schema.createUnion(none, type);
      default -> Schema.createUnion(type, none);
    };
  }

  private Schema narrower(Schema reader) {
    List<Schema.Type> types =
        switch (reader.getType()) {
          case LONG -> List.of(Schema.Type.LONG, Schema.Type.INT);
          case FLOAT -> List.of(Schema.Type.FLOAT, Schema.Type.INT, Schema.Type.LONG);
          default ->
              List.of(Schema.Type.DOUBLE, Schema.Type.FLOAT, Schema.Type.INT, Schema.Type.LONG);
        };
    return Schema.create(types.get(random.nextInt(types.size())));
  }

  private Schema record(Schema reader) {
    Schema known = made.get(reader.getFullName());
    if (known != null) {
      return known;
    }
    Schema writer = Schema.createRecord(reader.getName(), null, reader.getNamespace(), false);
    made.put(reader.getFullName(), writer);
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : reader.getFields()) {
      fields.add(new Schema.Field(field.name(), type(field.schema())));
    }
    Collections.shuffle(fields, random);
    writer.setFields(fields);
    return writer;
  }
}
