package dev.weir.local.draft.source;

import dev.weir.config.LogicalType;
import dev.weir.local.draft.field.Draft;
import dev.weir.local.draft.field.Draft.DraftObject;
import dev.weir.local.draft.field.DraftField;
import dev.weir.operators.decode.avro.ProductTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Drafts from an Avro schema. What no release can name is drafted without a type and with the
 * reason; nothing of a schema's docs, defaults and symbols is taken over.
 */
final class AvroSchemaDraft {

  private final Set<String> around = new HashSet<>();

  private AvroSchemaDraft() {}

  static Draft of(Path file) throws IOException {
    Schema schema = schema(file);
    if (schema.getType() != Schema.Type.RECORD) {
      throw new DraftException(file + " is not the schema of a record. Give one that is.");
    }
    DraftObject object = new DraftObject(schema.getName(), new AvroSchemaDraft().record(schema));
    String origin = file.getFileName() + ", a schema: what values look like is not known";
    return new Draft(DraftSource.id(schema.getName()), origin, List.of(), List.of(object));
  }

  private static Schema schema(Path file) throws IOException {
    try {
      String json = Files.readString(file, StandardCharsets.UTF_8);
      return new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false).parse(json);
    } catch (AvroRuntimeException | java.nio.charset.CharacterCodingException noSchema) {
      throw new DraftException(
          file + " is no Avro schema. Give one as JSON, those that it refers to in it.");
    }
  }

  private List<DraftField> record(Schema schema) {
    around.add(schema.getFullName());
    List<DraftField> fields = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      fields.add(field(field.name(), field.schema()));
    }
    around.remove(schema.getFullName());
    return fields;
  }

  private DraftField field(String name, Schema schema) {
    if (schema.getType() != Schema.Type.UNION) {
      return value(name, schema, schema.getType() != Schema.Type.NULL);
    }
    List<Schema> values =
        schema.getTypes().stream().filter(type -> type.getType() != Schema.Type.NULL).toList();
    boolean required = values.size() == schema.getTypes().size();
    return values.size() == 1
        ? value(name, values.get(0), required)
        : refused(name, "a union of several types");
  }

  private static DraftField refused(String name, String what) {
    return DraftField.leaf(name, null, false).noted(what + ": no release can name it");
  }

  private DraftField value(String name, Schema schema, boolean required) {
    return switch (schema.getType()) {
      case RECORD ->
          around.contains(schema.getFullName())
              ? DraftField.object(name, required, List.of()).noted("a record within itself")
              : DraftField.object(name, required, record(schema));
      case ARRAY -> array(name, schema, required);
      case MAP ->
          DraftField.object(name, required, List.of())
              .noted("a map, whose names are data: no release can name what is in it");
      default -> leaf(name, schema, required);
    };
  }

  private DraftField array(String name, Schema schema, boolean required) {
    DraftField item = field(name, schema.getElementType());
    LogicalType type = item.type();
    return type == null || type == LogicalType.ARRAY
        ? DraftField.array(name, required, null).noted("items that no release can name")
        : DraftField.array(name, required, item);
  }

  private static DraftField leaf(String name, Schema schema, boolean required) {
    @Nullable LogicalType type = ProductTypes.of(schema).orElse(null);
    if (type == null) {
      return refused(name, ProductTypes.found(schema));
    }
    DraftField field = DraftField.leaf(name, type, required);
    return type == LogicalType.TIMESTAMP && ProductTypes.local(schema)
        ? refused(name, "a local timestamp; with a defaultTimezone it is a timestamp")
        : field;
  }
}
