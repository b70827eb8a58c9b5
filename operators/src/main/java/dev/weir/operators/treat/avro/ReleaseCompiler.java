package dev.weir.operators.treat.avro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.config.FieldPath;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.avro.DecimalEncoding;
import dev.weir.operators.decode.avro.Encoding;
import dev.weir.operators.decode.avro.FloatingEncoding;
import dev.weir.operators.decode.avro.ItemCursor;
import dev.weir.operators.decode.avro.Layout;
import dev.weir.operators.decode.avro.WholeEncoding;
import dev.weir.operators.decode.avro.WriterProgram;
import dev.weir.operators.treat.TextTreatment;
import dev.weir.plan.Output;
import dev.weir.plan.Step;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Compiles a release for one writer's schema to steps that write its output schema. */
final class ReleaseCompiler {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Function<Output.Leaf, TextTreatment> treatments;
  private final @Nullable FieldPath keyField;
  private final @Nullable CohortWrites cohort;

  /**
   * @param treatments gives the same one for the same leaf
   * @param keyField the field whose token is the key; null: none
   * @param cohort null: the release is none of cohorts
   */
  ReleaseCompiler(
      Function<Output.Leaf, TextTreatment> treatments,
      @Nullable FieldPath keyField,
      @Nullable CohortWrites cohort) {
    this.treatments = treatments;
    this.keyField = keyField;
    this.cohort = cohort;
  }

  Write.Fields record(
      Output.Fields output, Schema type, Layout.Fields layout, WriterProgram program) {
    Write[] fields = new Write[output.fields().size()];
    for (int i = 0; i < fields.length; i++) {
      Output.Field field = output.fields().get(i);
      Layout.Named named = Layout.named(layout, field.name());
      if (named == null) {
        throw new IllegalArgumentException("the plan does not read " + field.name());
      }
      Schema fieldType = type.getFields().get(i).schema();
      fields[i] = value(field.output(), fieldType, named.node(), named.path(), program);
    }
    return new Write.Fields(fields);
  }

  private Write value(
      Output output, Schema type, Layout.Node node, FieldPath path, WriterProgram program) {
    if (cohort != null
        && output instanceof Output.Leaf leaf
        && leaf.step() instanceof Step.Generalize) {
      return cohort.opening(leaf);
    }
    Write value = nonNull(output, Unions.nonNull(type), node, program);
    if (!type.isNullable()) {
      return value == null
          ? (work, spans) -> Write.missing(path)
          : new Write.Required(node.slot(), Write.missing(path), value);
    }
    return value == null ? new Write.Null() : new Write.OrNull(node.slot(), value);
  }

  /** Null: the writer has no such field, or the step leaves nothing but null. */
  private @Nullable Write nonNull(
      Output output, Schema type, Layout.Node node, WriterProgram program) {
    if (output instanceof Output.Fields fields) {
      return record(fields, type, (Layout.Fields) node, program);
    } else if (output instanceof Output.Items items) {
      WriterProgram item = program.items(node.slot());
      return item == null ? null : array(items.item(), type.getElementType(), node, item);
    }
    Encoding encoding = program.encoding(node.slot());
    return encoding == null ? null : leaf((Output.Leaf) output, type, (Layout.Leaf) node, encoding);
  }

  private Write array(Output output, Schema type, Layout.Node node, WriterProgram item) {
    Layout layout = ((Layout.Items) node).item();
    Write write = value(output, type, layout.root(), ((Layout.Items) node).path(), item);
    boolean sameUnion = type.isNullable() ? item.nullFirst() : !item.union();
    boolean copies = sameUnion && isKept(output) && copies(layout.root(), item, type);
    return copies
        ? new Write.Copy(node.slot())
        : new Write.Items(node.slot(), new ItemCursor(item), write);
  }

  private static boolean isKept(Output output) {
    return output instanceof Output.Leaf leaf && leaf.step() instanceof Step.Keep;
  }

  private static boolean copies(Layout.Node item, WriterProgram program, Schema type) {
    Encoding encoding = program.encoding(item.slot());
    return encoding != null && encoding.copiesTo(Unions.nonNull(type));
  }

  private @Nullable Write leaf(
      Output.Leaf leaf, Schema type, Layout.Leaf layout, Encoding encoding) {
    int slot = layout.slot();
    if (leaf.step() instanceof Step.Keep) {
      Write kept = kept(type, slot, encoding);
      return cohort == null ? kept : cohort.kept(leaf, layout, encoding, kept);
    } else if (cohort != null && leaf.step() instanceof Step.CohortToken token) {
      return cohort.token(token, slot, encoding, leaf.source().equals(keyField));
    } else if (leaf.step() instanceof Step.Redact redact) {
      return constant(redact, type, leaf.source());
    }
    boolean isKey = leaf.source().equals(keyField) && leaf.step() instanceof Step.Tokenize;
    TextTreatment treatment = treatments.apply(leaf);
    TextTreatment noted = cohort == null ? treatment : cohort.treated(leaf, layout, treatment);
    return new Treated(slot, leaf.source(), encoding, noted, new TextType(type), isKey);
  }

  private static Write kept(Schema type, int slot, Encoding encoding) {
    if (encoding.copiesTo(type)) {
      return new Write.Copy(slot);
    } else if (type.getType() == Schema.Type.STRING) {
      return new Write.Said(slot, encoding);
    } else if (encoding instanceof DecimalEncoding decimal) {
      return new Write.Unfixed(slot, decimal);
    } else if (encoding instanceof WholeEncoding) {
      return new Write.Floated(slot, type.getType() == Schema.Type.DOUBLE);
    } else if (encoding instanceof FloatingEncoding floating) {
      return new Write.Doubled(slot, floating);
    }
    throw new IllegalStateException("no way from " + encoding.getClass() + " to " + type.getType());
  }

  private static @Nullable Write constant(Step.Redact redact, Schema type, FieldPath path) {
    JsonNode json = parsed(redact.json(), path);
    if (json.isNull()) {
      return null;
    }
    byte[] text =
        (json.isTextual() ? json.textValue() : redact.json()).getBytes(StandardCharsets.UTF_8);
    ByteOutput out = new ByteOutput(text.length + 16);
    if (!new TextType(type).write(text, 0, text.length, out)) {
      throw new IllegalArgumentException(
          path + ": the constant of redact is no " + type.getType().getName());
    }
    return new Write.Constant(out.toByteArray());
  }

  private static JsonNode parsed(String json, FieldPath path) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException bad) {
      throw new IllegalArgumentException(path + ": the constant of redact is no JSON", bad);
    }
  }
}
