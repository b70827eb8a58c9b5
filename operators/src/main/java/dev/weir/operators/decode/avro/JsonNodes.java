package dev.weir.operators.decode.avro;

import dev.weir.config.FieldPath;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.json.JsonStrings;
import dev.weir.plan.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Compiles a writer's schema and the shape that is asked of it to steps that write JSON. */
final class JsonNodes {

  private final List<SchemaFault> faults;
  private final Skips skips = new Skips();

  JsonNodes(List<SchemaFault> faults) {
    this.faults = faults;
  }

  private JsonNode value(Schema schema, Shape shape, FieldPath path) {
    NonNull nonNull = NonNull.of(schema);
    if (nonNull == null) {
      return fault(path, "the schema's type is a union of several, or nothing but null");
    }
    JsonNode value = nonNullValue(nonNull.schema(), shape, path);
    return nonNull.isUnion() ? new JsonNode.Union(nonNull, value) : value;
  }

  private JsonNode nonNullValue(Schema schema, Shape shape, FieldPath path) {
    if (shape instanceof Shape.Fields fields) {
      return fields(schema, fields, path);
    }
    if (shape instanceof Shape.Items items) {
      return items(schema, items, path);
    }
    Shape.Leaf leaf = (Shape.Leaf) shape;
    Encoding encoding = Encodings.of(schema, leaf, path);
    if (encoding == null) {
      return fault(path, Encodings.mismatch(leaf.type(), schema, schema));
    }
    return new JsonNode.Leaf(encoding, quoted(leaf));
  }

  private static boolean quoted(Shape.Leaf leaf) {
    return switch (leaf.type()) {
      case NUMBER, INTEGER, BOOLEAN -> false;
      default -> true;
    };
  }

  private JsonNode items(Schema schema, Shape.Items items, FieldPath path) {
    if (schema.getType() != Schema.Type.ARRAY) {
      return fault(path, "the product says array, the schema " + Encodings.found(schema));
    }
    Schema item = schema.getElementType();
    if (skips.least(item) == 0) {
      return fault(path, "the schema's items hold nothing");
    }
    return new JsonNode.Items(value(item, items.item(), path.eachItem()), skips.least(item));
  }

  JsonNode fields(Schema schema, Shape.Fields fields, @Nullable FieldPath path) {
    if (schema.getType() == Schema.Type.MAP && path != null) {
      return entries(schema.getValueType(), fields, path);
    }
    if (schema.getType() != Schema.Type.RECORD) {
      return fault(path, "the product says object, the schema " + Encodings.found(schema));
    }
    Map<String, Shape.Field> named =
        fields.fields().stream().collect(Collectors.toMap(Shape.Field::name, f -> f));
    List<JsonNode.Member> members = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      Shape.Field wanted = named.get(field.name());
      members.add(wanted == null ? skipped(field.schema()) : member(field.schema(), wanted, path));
    }
    return new JsonNode.Fields(members.toArray(JsonNode.Member[]::new));
  }

  private JsonNode entries(Schema value, Shape.Fields fields, FieldPath path) {
    Map<String, JsonNode.Member> named = new HashMap<>();
    fields.fields().forEach(field -> named.put(field.name(), member(value, field, path)));
    return new JsonNode.Entries(named, skipped(value), Math.max(1, skips.least(value)));
  }

  private JsonNode.Member member(Schema schema, Shape.Field field, @Nullable FieldPath parent) {
    FieldPath path = parent == null ? FieldPath.of(field.name()) : parent.then(field.name());
    ByteOutput name = new ByteOutput(field.name().length() + 8);
    JsonStrings.write(field.name(), name);
    name.write(':');
    return new JsonNode.Member(name.toByteArray(), value(schema, field.shape(), path), null);
  }

  private JsonNode.Member skipped(Schema schema) {
    return new JsonNode.Member(null, null, skips.of(schema));
  }

  private JsonNode fault(@Nullable FieldPath path, String what) {
    faults.add(new SchemaFault(path, what, "Mend the product, or convert the file"));
    return (in, out) -> {
      throw Refusal.MALFORMED;
    };
  }
}
