package dev.weir.plan;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.Property;
import dev.weir.config.product.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a release lets out, nested and in the order of the product. */
final class Outputs {

  private final Map<FieldPath, Treatment> leaving;
  private final Steps steps;

  private Outputs(Map<FieldPath, Treatment> leaving, Steps steps) {
    this.leaving = leaving;
    this.steps = steps;
  }

  static Output.Fields of(SchemaObject object, Release release, Steps steps) {
    Outputs outputs = new Outputs(leaving(release), steps);
    return new Output.Fields(outputs.fields(null, object.properties()));
  }

  /** The named fields without those that are dropped. */
  static Map<FieldPath, Treatment> leaving(Release release) {
    Map<FieldPath, Treatment> leaving = new LinkedHashMap<>(fields(release));
    leaving.values().removeIf(treatment -> treatment instanceof Treatment.Drop);
    return leaving;
  }

  /** What a release does to each field. */
  static Map<FieldPath, Treatment> fields(Release release) {
    if (release instanceof Release.Cohorts cohorts) {
      return cohorts.fields();
    } else if (release instanceof Release.Records records) {
      return records.fields();
    }
    throw new IllegalArgumentException(
        "the release " + release.name() + " treats no fields one by one");
  }

  static FieldPath below(@Nullable FieldPath above, Property property) {
    return above == null ? FieldPath.of(property.name()) : above.then(property.name());
  }

  private List<Output.Field> fields(@Nullable FieldPath above, List<Property> properties) {
    List<Output.Field> fields = new ArrayList<>();
    for (Property property : properties) {
      FieldPath path = below(above, property);
      Output output = output(path, property, leaving.get(path));
      if (output != null) {
        boolean required = holds(output) || (property.required() && !toNull(output));
        fields.add(new Output.Field(property.name(), required, output));
      }
    }
    return fields;
  }

  /** Null if nothing of it leaves. */
  private @Nullable Output output(
      FieldPath path, Property property, @Nullable Treatment treatment) {
    if (treatment instanceof Treatment.Generalize) {
      return leaf(path, property, treatment); // a place too, which is an object
    } else if (property.type() == LogicalType.OBJECT) {
      List<Output.Field> below = fields(path, property.properties());
      return below.isEmpty() ? null : new Output.Fields(below);
    } else if (property.type() == LogicalType.ARRAY && property.items() != null) {
      FieldPath each = path.eachItem();
      Treatment ofItem = treatment == null ? leaving.get(each) : treatment;
      Output item = output(each, property.items(), ofItem);
      return item == null ? null : new Output.Items(item);
    }
    return treatment == null ? null : leaf(path, property, treatment);
  }

  private Output.Leaf leaf(FieldPath path, Property property, Treatment treatment) {
    Step step = steps.of(path, property, treatment);
    return new Output.Leaf(path, property.type(), Steps.leaves(step, property.type()), step);
  }

  /** Whether it is there in every record: an object that something generalized stands in is. */
  private static boolean holds(Output output) {
    return output instanceof Output.Fields fields
        && fields.fields().stream().map(Output.Field::output).anyMatch(Outputs::isGeneralized);
  }

  private static boolean isGeneralized(Output output) {
    return holds(output)
        || (output instanceof Output.Leaf leaf && leaf.step() instanceof Step.Generalize);
  }

  private static boolean toNull(Output output) {
    return output instanceof Output.Leaf leaf
        && leaf.step() instanceof Step.Redact redact
        && redact.json().equals("null");
  }
}
