package dev.weir.operators.treat.avro;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.TimeUnit;
import dev.weir.plan.Output;
import dev.weir.plan.Shape;
import dev.weir.plan.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Draws schemas with a plan over a part of their fields: every type that a plan may name, and
 * between them fields that none names, of every type there is.
 */
final class RandomSchemas {

  /** What is drawn for one field, or for an array's items. */
  record Drawn(Schema schema, Shape shape, Output output) {}

  private final Random random;
  private int names;

  RandomSchemas(Random random) {
    this.random = random;
  }

  /** A record. */
  Drawn record() {
    return record(null, 0);
  }

  private Drawn record(@Nullable FieldPath parent, int depth) {
    List<Schema.Field> fields = new ArrayList<>();
    List<Shape.Field> shapes = new ArrayList<>();
    List<Output.Field> outputs = new ArrayList<>();
    if (parent != null && parent.repeated()) {
      fields.add(new Schema.Field("some_" + depth, Schema.create(Schema.Type.INT)));
    }
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      String name = "f" + i + "_" + depth;
      if (random.nextInt(3) == 0) {
        fields.add(new Schema.Field(name, unnamed(0)));
        continue;
      }
      FieldPath path = parent == null ? FieldPath.of(name) : parent.then(name);
      Drawn drawn = value(path, depth);
      boolean nullable = random.nextInt(3) == 0;
      boolean required = !nullable && random.nextBoolean();
      fields.add(field(name, nullable ? orNull(drawn.schema()) : drawn.schema()));
      shapes.add(new Shape.Field(name, required, drawn.shape()));
      if (random.nextInt(5) > 0) {
        outputs.add(new Output.Field(name, required && parent == null, drawn.output()));
      }
    }
    Schema schema = Schema.createRecord("R" + names++, "doc", "source.ns", false, fields);
    return new Drawn(schema, new Shape.Fields(shapes), new Output.Fields(outputs));
  }

  /** With null as the default where it is the first of a union. */
  static Schema.Field field(String name, Schema type) {
    boolean nullFirst = type.isUnion() && type.getTypes().get(0).getType() == Schema.Type.NULL;
    return nullFirst
        ? new Schema.Field(name, type, "doc", Schema.Field.NULL_DEFAULT_VALUE)
        : new Schema.Field(name, type, "doc");
  }

  private Drawn value(FieldPath path, int depth) {
    int kind = depth < 3 ? random.nextInt(6) : 0;
    if (kind == 5) {
      return record(path, depth + 1);
    } else if (kind == 4) {
      Drawn item =
          random.nextBoolean() ? leaf(path.eachItem()) : record(path.eachItem(), depth + 1);
      Schema type = random.nextInt(3) == 0 ? orNull(item.schema()) : item.schema();
      return new Drawn(
          Schema.createArray(type), new Shape.Items(item.shape()), new Output.Items(item.output()));
    }
    return leaf(path);
  }

  private Drawn leaf(FieldPath path) {
    LogicalType type =
        switch (random.nextInt(6)) {
          case 0 -> LogicalType.INTEGER;
          case 1 -> LogicalType.NUMBER;
          case 2 -> LogicalType.BOOLEAN;
          case 3 -> LogicalType.DATE;
          case 4 -> LogicalType.TIMESTAMP;
          default -> LogicalType.STRING;
        };
    Schema schema = schemaOf(type);
    boolean local =
        schema.getLogicalType() != null && schema.getLogicalType().getName().startsWith("local");
    Shape.Leaf shape = new Shape.Leaf(type, local ? "Europe/Berlin" : null);
    return new Drawn(schema, shape, new Output.Leaf(path, type, type, step(type, shape.zone())));
  }

  /** A treatment that the naive way knows too. */
  private Step step(LogicalType type, @Nullable String zone) {
    if (random.nextBoolean()) {
      return new Step.Keep();
    } else if (random.nextInt(5) == 0) {
      return new Step.Redact("null");
    }
    return switch (type) {
      case NUMBER, INTEGER -> new Step.Bucket(BigDecimal.TEN);
      case BOOLEAN -> new Step.Redact("true");
      case DATE -> new Step.Round(random.nextBoolean() ? TimeUnit.MONTH : TimeUnit.YEAR, null);
      case TIMESTAMP -> new Step.Round(TimeUnit.values()[random.nextInt(4)], zone);
      default -> new Step.Truncate(3);
    };
  }

  private Schema schemaOf(LogicalType type) {
    int pick = random.nextInt(6);
    return switch (type) {
      case INTEGER -> Schema.create(pick < 3 ? Schema.Type.INT : Schema.Type.LONG);
      case NUMBER -> number(pick);
      case BOOLEAN -> Schema.create(Schema.Type.BOOLEAN);
      case DATE ->
          pick < 3 ? LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT)) : iso("date");
      case TIMESTAMP -> timestamp(pick);
      default -> text(pick);
    };
  }

  private Schema text(int pick) {
    return switch (pick) {
      case 0 -> enumeration();
      case 1 -> LogicalTypes.uuid().addToSchema(Schema.create(Schema.Type.STRING));
      case 2 -> LogicalTypes.uuid().addToSchema(fixed(16));
      default -> Schema.create(Schema.Type.STRING);
    };
  }

  private Schema number(int pick) {
    return switch (pick) {
      case 0 -> Schema.create(Schema.Type.INT);
      case 1 -> Schema.create(Schema.Type.LONG);
      case 2 -> Schema.create(Schema.Type.FLOAT);
      case 3 -> Schema.create(Schema.Type.DOUBLE);
      case 4 -> LogicalTypes.decimal(12, 2).addToSchema(Schema.create(Schema.Type.BYTES));
      default -> LogicalTypes.decimal(12, 3).addToSchema(fixed(9));
    };
  }

  private static Schema timestamp(int pick) {
    Schema whole = Schema.create(Schema.Type.LONG);
    return switch (pick) {
      case 0 -> LogicalTypes.timestampMillis().addToSchema(whole);
      case 1 -> LogicalTypes.timestampMicros().addToSchema(whole);
      case 2 -> LogicalTypes.timestampNanos().addToSchema(whole);
      case 3 -> LogicalTypes.localTimestampMillis().addToSchema(whole);
      case 4 -> LogicalTypes.localTimestampMicros().addToSchema(whole);
      default -> iso("timestamp");
    };
  }

  /** A string that {@link RandomData} fills with a time. */
  private static Schema iso(String kind) {
    Schema schema = Schema.create(Schema.Type.STRING);
    schema.addProp("iso", kind);
    return schema;
  }

  private Schema fixed(int size) {
    return Schema.createFixed("F" + names++, null, "source.ns", size);
  }

  private Schema enumeration() {
    return Schema.createEnum("E" + names++, "doc", "source.ns", List.of("RED", "GREEN", "BLUE"));
  }

  private Schema orNull(Schema type) {
    Schema none = Schema.create(Schema.Type.NULL);
    return random.nextBoolean() ? Schema.createUnion(none, type) : Schema.createUnion(type, none);
  }

  /** Any type at all, but no items that take no bytes: the library would count them one by one. */
  private Schema unnamed(int depth) {
    int kind = random.nextInt(depth < 3 ? 15 : 10);
    return switch (kind) {
      case 0 -> Schema.create(depth == 0 ? Schema.Type.NULL : Schema.Type.INT);
      case 1 -> Schema.create(Schema.Type.BOOLEAN);
      case 2 -> Schema.create(Schema.Type.INT);
      case 3 -> Schema.create(Schema.Type.LONG);
      case 4 -> Schema.create(Schema.Type.FLOAT);
      case 5 -> Schema.create(Schema.Type.DOUBLE);
      case 6 -> Schema.create(Schema.Type.BYTES);
      case 7 -> Schema.create(Schema.Type.STRING);
      case 8 -> fixed(random.nextInt(5) + (depth == 0 ? 0 : 1));
      case 9 -> enumeration();
      case 10 -> Schema.createArray(unnamed(depth + 1));
      case 11 -> Schema.createMap(unnamed(depth + 1));
      case 12 ->
          Schema.createUnion(
              Schema.create(Schema.Type.STRING), Schema.create(Schema.Type.NULL), enumeration());
      case 13 -> tree();
      default ->
          Schema.createRecord(
              "U" + names++,
              null,
              "source.ns",
              false,
              List.of(
                  new Schema.Field("a", unnamed(depth + 1)),
                  new Schema.Field("b", unnamed(depth + 1))));
    };
  }

  /** A type that holds itself. */
  private Schema tree() {
    Schema tree = Schema.createRecord("T" + names++, null, "source.ns", false);
    Schema below = Schema.createUnion(Schema.create(Schema.Type.NULL), tree);
    tree.setFields(
        List.of(
            new Schema.Field("left", below),
            new Schema.Field("value", Schema.create(Schema.Type.STRING)),
            new Schema.Field("all", Schema.createArray(tree))));
    return tree;
  }
}
