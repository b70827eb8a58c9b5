package dev.weir.operators.treat.json;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.TimeUnit;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.operators.treat.avro.Plans;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Shape;
import dev.weir.plan.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Draws plans: every type, every treatment, objects in arrays in objects, names of all sorts. */
final class RandomPlans {

  /** Names that differ where a reader may not look, and names that need care. */
  static final List<String> NAMES =
      List.of(
          "id",
          "email",
          "a.b",
          "a",
          "e",
          "eightbyt",
          "ninebytes",
          "sixteen_bytes_ok",
          "the_same_1_in_the_end",
          "the_same_2_in_the_end",
          "the_same_1_in_the_enD",
          "caf\u00e9",
          "\ud83d\ude00",
          "say \"it\"",
          "back\\slash",
          "tab\there",
          "items[]",
          "null",
          "\u007f",
          "very_long_name_of_a_field_that_nobody_would_ever_type_by_hand_twice");

  private static final String[] WIDTHS = {"10", "0.5", "0.25", "1", "7", "1E+2", "123456789012"};

  private final Random random;
  private @Nullable FieldPath subject;
  private @Nullable FieldPath eventTime;
  private @Nullable FieldPath jurisdiction;
  private @Nullable FieldPath key;

  RandomPlans(Random random) {
    this.random = random;
  }

  private record Drawn(Shape shape, @Nullable Output output) {}

  ProductPlan plan() {
    Drawn record = fields(null, 0);
    Output.Fields output =
        record.output() instanceof Output.Fields some ? some : new Output.Fields(List.of());
    ReleasePlan release = Plans.release(output, key);
    return Plans.product((Shape.Fields) record.shape(), release, subject, eventTime, jurisdiction);
  }

  private Drawn fields(@Nullable FieldPath path, int depth) {
    List<Shape.Field> shapes = new ArrayList<>();
    List<Output.Field> outputs = new ArrayList<>();
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    for (String name : names.subList(0, 1 + random.nextInt(depth == 0 ? 9 : 4))) {
      boolean required = random.nextInt(4) == 0;
      FieldPath below = path == null ? FieldPath.of(name) : path.then(name);
      Drawn value = value(below, depth + 1);
      shapes.add(new Shape.Field(name, required, value.shape()));
      if (value.output() != null) {
        outputs.add(new Output.Field(name, required, value.output()));
      }
    }
    Collections.shuffle(outputs, random);
    Output.Fields left = outputs.isEmpty() ? null : new Output.Fields(outputs);
    return new Drawn(new Shape.Fields(shapes), left);
  }

  private Drawn value(FieldPath path, int depth) {
    int kind = random.nextInt(depth < 4 ? 10 : 7);
    if (kind < 7) {
      return leaf(path, LogicalType.values()[kind]);
    } else if (kind == 7) {
      return fields(path, depth);
    }
    Drawn item = value(path.eachItem(), depth + 1);
    Output left = item.output() == null ? null : new Output.Items(item.output());
    return new Drawn(new Shape.Items(item.shape()), left);
  }

  private Drawn leaf(FieldPath path, LogicalType type) {
    String zone = type == LogicalType.TIMESTAMP && random.nextBoolean() ? "Europe/Berlin" : null;
    Shape.Leaf shape = new Shape.Leaf(type, zone);
    Step step = random.nextInt(4) == 0 ? null : step(type, zone, path);
    if (!path.repeated()) {
      role(path, type, step);
    }
    LogicalType to =
        step instanceof Step.Keep || step instanceof Step.Bucket ? type : LogicalType.STRING;
    return new Drawn(shape, step == null ? null : new Output.Leaf(path, type, to, step));
  }

  private void role(FieldPath path, LogicalType type, @Nullable Step step) {
    switch (type) {
      case STRING, INTEGER -> {
        if (subject == null) {
          subject = path;
          key = step instanceof Step.Tokenize ? path : null;
        } else if (type == LogicalType.STRING && jurisdiction == null) {
          jurisdiction = path;
        }
      }
      case DATE, TIMESTAMP -> eventTime = eventTime == null ? path : eventTime;
      default -> {}
    }
  }

  private Step step(LogicalType type, @Nullable String zone, FieldPath path) {
    Predicate<LogicalType> is = one -> one == type;
    if (random.nextInt(3) == 0 || is.test(LogicalType.BOOLEAN) || is.test(LogicalType.TIME)) {
      return random.nextInt(5) == 0 ? new Step.Redact(constant(type)) : new Step.Keep();
    }
    return switch (type) {
      case STRING -> text(random.nextInt(4), path);
      case INTEGER -> random.nextBoolean() ? bucket() : text(2 + random.nextInt(2), path);
      case NUMBER -> bucket();
      default -> random.nextBoolean() ? round(type, zone) : shift(zone);
    };
  }

  private String constant(LogicalType type) {
    if (random.nextBoolean()) {
      return "null";
    }
    return switch (type) {
      case BOOLEAN -> "false";
      case INTEGER -> "-0";
      case NUMBER -> "0.50";
      default -> "\"hidden \\\"\u00e9\\u0000\"";
    };
  }

  private Step text(int kind, FieldPath path) {
    return switch (kind) {
      case 0 ->
          new Step.Mask(
              random.nextInt(3),
              random.nextInt(3),
              random.nextBoolean() ? "*" : "\ud83d\ude00\"\\\n",
              random.nextBoolean() ? null : random.nextInt(4));
      case 1 -> new Step.Truncate(1 + random.nextInt(5));
      case 2 ->
          new Step.Replace(
              "t.csv",
              "0",
              Map.of(
                  "", "nothing", "DE", "\"Germany\"", "0", "zero", "12", "twelve\n", "\u00e9", "e"),
              random.nextBoolean() ? null : "other");
      default ->
          new Step.Tokenize(
              TokenScheme.DETERMINISTIC,
              new Step.KeyRef("acme", "deterministic"),
              new Step.TokenContext("deterministic", "agreement:a", path.toString()),
              null);
    };
  }

  private Step bucket() {
    return new Step.Bucket(new BigDecimal(WIDTHS[random.nextInt(WIDTHS.length)]));
  }

  private Step round(LogicalType type, @Nullable String zone) {
    TimeUnit[] units = TimeUnit.values();
    TimeUnit[] ofDates = {TimeUnit.MONTH, TimeUnit.YEAR};
    TimeUnit[] fit = type == LogicalType.DATE ? ofDates : units;
    return new Step.Round(fit[random.nextInt(fit.length)], zone);
  }

  private static Step shift(@Nullable String zone) {
    return new Step.Shift(
        OpenKeys.MAX_DAYS,
        zone,
        new Step.KeyRef("acme", "shift"),
        new Step.TokenContext("shift", "agreement:a", "d"));
  }
}
