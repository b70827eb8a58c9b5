package dev.weir.contract;

import dev.weir.plan.Output;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Step;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Avro schema of what a release lets out, built from an allow-list: the plan's names, the types
 * that its steps give, null where a reader may not rely on a value. The record is named after the
 * release in the partner's namespace, never after the source's.
 */
public final class ReleaseAvroSchema {

  /** Property of a field whose name Avro refuses: the name as it is in the records. */
  public static final String NAME_IN_RECORDS = "weir.name";

  private final AvroNames records = new AvroNames();
  private final String namespace;

  private ReleaseAvroSchema(ReleasePlan plan) {
    namespace = AvroNames.legal(plan.partner());
  }

  /**
   * The schema of a release of Avro records.
   *
   * @param reader has every field of the plan, as the decoder of Avro checks
   */
  public static Schema of(ReleasePlan plan, Schema reader) {
    return schema(plan, reader);
  }

  /**
   * The schema by which a release of other records can be described, as pretty JSON: dates and
   * timestamps are strings, integers longs and numbers doubles, as a reader of the JSON would take
   * them. A name that Avro refuses is replaced by one that it takes; the field's property {@link
   * #NAME_IN_RECORDS} has its own.
   */
  public static String of(ReleasePlan plan) {
    return schema(plan, null).toString(true) + "\n";
  }

  private static Schema schema(ReleasePlan plan, @Nullable Schema reader) {
    return new ReleaseAvroSchema(plan)
        .record(plan.output(), reader, AvroNames.legal(plan.release()));
  }

  private Schema record(Output.Fields output, @Nullable Schema reader, String name) {
    AvroNames names = new AvroNames();
    output.fields().stream()
        .map(Output.Field::name)
        .filter(AvroNames::isLegal)
        .forEach(names::take);
    String unique = records.take(name);
    List<Schema.Field> fields = new ArrayList<>();
    for (Output.Field field : output.fields()) {
      Schema source = reader == null ? null : reader.getField(field.name()).schema();
      Schema type = value(field.output(), source, name + "_" + field.name());
      boolean nullable = !field.required() || redactsToNull(field.output());
      fields.add(field(field.name(), nullable ? orNull(type) : type, names));
    }
    return Schema.createRecord(unique, null, namespace, false, fields);
  }

  private static Schema.Field field(String name, Schema type, AvroNames names) {
    if (AvroNames.isLegal(name)) {
      return new Schema.Field(name, type);
    }
    Schema.Field field = new Schema.Field(names.take(AvroNames.legal(name)), type);
    field.addProp(NAME_IN_RECORDS, name);
    return field;
  }

  private Schema value(Output output, @Nullable Schema source, String name) {
    Schema reader = source == null ? null : nonNull(source);
    if (output instanceof Output.Fields fields) {
      return record(fields, reader, AvroNames.legal(name));
    } else if (output instanceof Output.Items items) {
      return array(items, reader, name);
    }
    Output.Leaf leaf = (Output.Leaf) output;
    return leaf.step() instanceof Step.Generalize generalize
        ? GeneralizedTypes.of(
            generalize.to(), namespace + "." + records.take(AvroNames.legal(name)))
        : OutputTypes.of(leaf, reader);
  }

  /** Items are null where the reader's are; of other records nobody knows, so they may be. */
  private Schema array(Output.Items items, @Nullable Schema reader, String name) {
    Schema source = reader == null ? null : reader.getElementType();
    Schema item = value(items.item(), source, name);
    boolean nullable = source == null || source.isNullable() || redactsToNull(items.item());
    return Schema.createArray(nullable ? orNull(item) : item);
  }

  private static boolean redactsToNull(Output output) {
    return output instanceof Output.Leaf leaf
        && leaf.step() instanceof Step.Redact redact
        && redact.json().equals("null");
  }

  private static Schema orNull(Schema type) {
    List<Schema> types = new ArrayList<>(List.of(Schema.create(Schema.Type.NULL)));
    types.addAll(type.isUnion() ? type.getTypes() : List.of(type));
    return Schema.createUnion(types);
  }

  private static Schema nonNull(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream()
            .filter(type -> type.getType() != Schema.Type.NULL)
            .findFirst()
            .orElse(schema)
        : schema;
  }
}
