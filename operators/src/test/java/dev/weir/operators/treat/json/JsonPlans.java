package dev.weir.operators.treat.json;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Shape;
import dev.weir.plan.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds plans of JSON records: what is read and what leaves, field by field. */
public final class JsonPlans {

  private final List<Shape.Field> shape = new ArrayList<>();
  private final List<Output.Field> output = new ArrayList<>();
  private final @Nullable FieldPath path;
  private @Nullable FieldPath subject;
  private @Nullable FieldPath eventTime;
  private @Nullable FieldPath jurisdiction;
  private @Nullable FieldPath key;
  private @Nullable List<String> jurisdictions;

  private JsonPlans(@Nullable FieldPath path) {
    this.path = path;
  }

  public static JsonPlans record() {
    return new JsonPlans(null);
  }

  /** Fills an object, or the items of an array. */
  public interface Fields {
    void of(JsonPlans fields);
  }

  private FieldPath below(String name) {
    return path == null ? FieldPath.of(name) : path.then(name);
  }

  /** A field that is read; it leaves unless the step is null. */
  public JsonPlans field(String name, LogicalType type, boolean required, @Nullable Step step) {
    return zoned(name, type, null, required, step);
  }

  public JsonPlans zoned(
      String name, LogicalType type, @Nullable String zone, boolean required, @Nullable Step step) {
    shape.add(new Shape.Field(name, required, new Shape.Leaf(type, zone)));
    if (step != null) {
      output.add(new Output.Field(name, required, leaf(below(name), type, step)));
    }
    return this;
  }

  private static Output.Leaf leaf(FieldPath path, LogicalType type, Step step) {
    LogicalType to = step instanceof Step.Keep || step instanceof Step.Bucket ? type : null;
    return new Output.Leaf(path, type, to == null ? LogicalType.STRING : to, step);
  }

  public JsonPlans kept(String name, LogicalType type) {
    return field(name, type, false, new Step.Keep());
  }

  public JsonPlans read(String name, LogicalType type) {
    return field(name, type, false, null);
  }

  public JsonPlans object(String name, boolean required, Fields fields) {
    JsonPlans inner = new JsonPlans(below(name));
    fields.of(inner);
    shape.add(new Shape.Field(name, required, new Shape.Fields(inner.shape)));
    if (!inner.output.isEmpty()) {
      output.add(new Output.Field(name, required, new Output.Fields(inner.output)));
    }
    return this;
  }

  /** An array of objects. */
  public JsonPlans objects(String name, Fields fields) {
    JsonPlans inner = new JsonPlans(below(name).eachItem());
    fields.of(inner);
    shape.add(new Shape.Field(name, false, new Shape.Items(new Shape.Fields(inner.shape))));
    if (!inner.output.isEmpty()) {
      Output item = new Output.Fields(inner.output);
      output.add(new Output.Field(name, false, new Output.Items(item)));
    }
    return this;
  }

  /** An array of values. */
  public JsonPlans array(String name, LogicalType type, @Nullable Step step) {
    shape.add(new Shape.Field(name, false, new Shape.Items(new Shape.Leaf(type, null))));
    if (step != null) {
      Output item = leaf(below(name).eachItem(), type, step);
      output.add(new Output.Field(name, false, new Output.Items(item)));
    }
    return this;
  }

  /** Any shape, with any output. */
  public JsonPlans any(String name, Shape of, @Nullable Output out) {
    shape.add(new Shape.Field(name, false, of));
    if (out != null) {
      output.add(new Output.Field(name, false, out));
    }
    return this;
  }

  public JsonPlans subject(String written) {
    subject = FieldPath.parse(written);
    return this;
  }

  /** The subject, whose token is the key. */
  public JsonPlans keyedSubject(String written) {
    key = FieldPath.parse(written);
    return subject(written);
  }

  public JsonPlans eventTime(String written) {
    eventTime = FieldPath.parse(written);
    return this;
  }

  public JsonPlans jurisdiction(String written, String... named) {
    jurisdiction = FieldPath.parse(written);
    jurisdictions = List.of(named);
    return this;
  }

  public ProductPlan plan() {
    ReleasePlan release =
        new ReleasePlan(
            "acme-payments",
            "1.0.0",
            "acme",
            "payments",
            "records",
            "acme.payments.v1",
            "active",
            "2026-01-01T00:00:00Z",
            "2036-01-01T00:00:00Z",
            jurisdictions,
            null,
            key,
            List.of(),
            null,
            new Output.Fields(output),
            List.of(),
            null,
            "0");
    return new ProductPlan(
        "card-payments",
        "2.3.0",
        "v3.1.0",
        "payment",
        "s",
        "d",
        "t",
        "card-payments.dead-letters",
        new Shape.Fields(shape),
        subject,
        eventTime,
        jurisdiction,
        List.of(release));
  }
}
