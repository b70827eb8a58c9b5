package dev.weir.operators.treat.avro;

import dev.weir.plan.Output;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Avro schema of what a release lets out, built from an allow-list: the plan's names, the types
 * that its steps give, null where a reader may not rely on a value. The record is named after the
 * release in the partner's namespace, never after the source's.
 */
public final class AvroProjection {

  private final String release;
  private final String namespace;
  private final Set<String> names = new HashSet<>();

  private AvroProjection(ReleasePlan plan) {
    release = avroName(plan.release());
    namespace = avroName(plan.partner());
  }

  /**
   * The schema of a release of Avro records.
   *
   * @param reader has every field of the plan, as {@link
   *     dev.weir.operators.decode.avro.AvroFormat#faults} checks
   */
  public static Schema outputSchema(ReleasePlan plan, Schema reader) {
    AvroProjection projection = new AvroProjection(plan);
    return projection.record(plan.output(), reader, projection.release);
  }

  /**
   * The schema by which a release of other records can be described: dates and timestamps are
   * strings, integers longs and numbers doubles, as a reader of the JSON would take them.
   *
   * @throws org.apache.avro.SchemaParseException if a field's name cannot be one in Avro
   */
  public static Schema outputSchema(ReleasePlan plan) {
    AvroProjection projection = new AvroProjection(plan);
    return projection.record(plan.output(), null, projection.release);
  }

  private Schema record(Output.Fields output, @Nullable Schema reader, String name) {
    String unique = name;
    for (int i = 2; !names.add(unique); i++) {
      unique = name + "_" + i;
    }
    List<Schema.Field> fields = new ArrayList<>();
    for (Output.Field field : output.fields()) {
      Schema source = reader == null ? null : reader.getField(field.name()).schema();
      Schema type = value(field.output(), source, name + "_" + field.name());
      boolean nullable = !field.required() || redactsToNull(field.output());
      fields.add(new Schema.Field(field.name(), nullable ? orNull(type) : type));
    }
    return Schema.createRecord(unique, null, namespace, false, fields);
  }

  private Schema value(Output output, @Nullable Schema source, String name) {
    Schema reader = source == null ? null : Unions.nonNull(source);
    if (output instanceof Output.Fields fields) {
      return record(fields, reader, avroName(name));
    } else if (output instanceof Output.Items items) {
      return array(items, reader, name);
    }
    return OutputTypes.of((Output.Leaf) output, reader);
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
    return Schema.createUnion(Schema.create(Schema.Type.NULL), type);
  }

  /** Letters, digits and underscores of ASCII, not beginning with a digit. */
  private static String avroName(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
    return plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
  }
}
