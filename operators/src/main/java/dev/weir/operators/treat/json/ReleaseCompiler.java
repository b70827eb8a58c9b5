package dev.weir.operators.treat.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.operators.decode.json.JsonLayout;
import dev.weir.operators.treat.TextTreatment;
import dev.weir.plan.Output;
import dev.weir.plan.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compiles what a release lets out to what writes it. */
final class ReleaseCompiler {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Function<Output.Leaf, TextTreatment> treatments;
  private final @Nullable FieldPath keyField;
  private final @Nullable CohortWrites cohort;

  /**
   * @param keyField the field whose token is the Kafka key; null: none
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

  WriteFields fields(Output.Fields output, JsonLayout.Fields layout) {
    List<String> names = new ArrayList<>();
    List<Integer> slots = new ArrayList<>();
    List<Write> values = new ArrayList<>();
    for (Output.Field field : output.fields()) {
      JsonLayout.Named named = layout.field(field.name());
      if (named == null) {
        throw new IllegalArgumentException("the plan lets out what it does not read");
      }
      names.add(field.name());
      slots.add(named.node().slot());
      values.add(value(field.output(), named.node()));
    }
    return new WriteFields(names, slots, values);
  }

  private Write value(Output output, JsonLayout.Node node) {
    if (cohort != null
        && output instanceof Output.Leaf leaf
        && leaf.step() instanceof Step.Generalize) {
      return cohort.opening(leaf);
    } else if (output instanceof Output.Fields fields && node instanceof JsonLayout.Fields layout) {
      return fields(fields, layout);
    } else if (output instanceof Output.Items items && node instanceof JsonLayout.Items layout) {
      return new Write.Items(layout, value(items.item(), layout.item().root()));
    } else if (output instanceof Output.Leaf leaf && node instanceof JsonLayout.Leaf layout) {
      return leaf(leaf, layout);
    }
    throw new IllegalArgumentException("the plan lets out a value in another form than it reads");
  }

  private Write leaf(Output.Leaf leaf, JsonLayout.Leaf layout) {
    if (leaf.from() != layout.type()) {
      throw new IllegalArgumentException("the plan reads " + layout.path() + " as another type");
    } else if (leaf.step() instanceof Step.Keep) {
      Write copy =
          layout.quoted() ? new Write.CopyString(layout.slot()) : new Write.Copy(layout.slot());
      return cohort == null ? copy : cohort.kept(leaf, layout, copy);
    } else if (cohort != null && leaf.step() instanceof Step.CohortToken token) {
      return cohort.token(token, layout, layout.path().equals(keyField));
    } else if (leaf.step() instanceof Step.Redact redact) {
      return new Write.Constant(json(redact.json(), layout.path()));
    }
    return treated(leaf, layout);
  }

  private Treated treated(Output.Leaf leaf, JsonLayout.Leaf layout) {
    boolean token = leaf.step() instanceof Step.Tokenize;
    boolean quoted = quoted(leaf);
    boolean base64 = leaf.step() instanceof Step.Tokenize made && made.format() == null;
    boolean plain =
        base64 || leaf.from() == LogicalType.DATE || leaf.from() == LogicalType.TIMESTAMP;
    boolean key = token && layout.path().equals(keyField);
    TextTreatment treatment = treatments.apply(leaf);
    TextTreatment noted = cohort == null ? treatment : cohort.treated(leaf, layout, treatment);
    return new Treated(layout, noted, quoted, plain, key);
  }

  /** Only buckets, and tables of integers, give anything but strings. */
  private static boolean quoted(Output.Leaf leaf) {
    if (leaf.step() instanceof Step.Replace replace && leaf.to() == LogicalType.INTEGER) {
      requireIntegers(replace, leaf.source());
      return false;
    }
    return !(leaf.step() instanceof Step.Bucket);
  }

  private static void requireIntegers(Step.Replace replace, FieldPath path) {
    boolean otherwise = replace.otherwise() == null || isInteger(replace.otherwise());
    if (!otherwise || !replace.rows().values().stream().allMatch(ReleaseCompiler::isInteger)) {
      throw new IllegalArgumentException(
          path + ": the table " + replace.table() + " gives more than integers");
    }
  }

  private static boolean isInteger(String text) {
    return text.matches("-?(0|[1-9][0-9]*)");
  }

  /** As it is written: a number keeps its digits. */
  private static byte[] json(String constant, FieldPath path) {
    try {
      if (JSON.readTree(constant).isValueNode()) {
        return constant.strip().getBytes(StandardCharsets.UTF_8);
      }
    } catch (JsonProcessingException bad) {
      throw new IllegalArgumentException(path + ": the constant of redact is no JSON", bad);
    }
    throw new IllegalArgumentException(path + ": the constant of redact is no single value");
  }
}
