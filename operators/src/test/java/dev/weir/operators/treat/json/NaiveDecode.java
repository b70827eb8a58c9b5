package dev.weir.operators.treat.json;

import dev.weir.config.FieldPath;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.Shape;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges a record by its tree: what the hot path's decisions are held against. */
final class NaiveDecode {

  private @Nullable Rejection first;

  private NaiveDecode() {}

  /** Why the record is refused; null if it is not. The first fault in the order of the text. */
  static @Nullable Rejection fault(@Nullable Tree record, ProductPlan plan) {
    if (!(record instanceof Tree.Obj object)) {
      return Rejection.of(Reason.MALFORMED);
    }
    NaiveDecode decode = new NaiveDecode();
    decode.object(object, plan.record(), null);
    return decode.first;
  }

  private void fault(Reason reason, FieldPath path) {
    first = first == null ? new Rejection(reason, path) : first;
  }

  private void object(Tree.Obj object, Shape.Fields shape, @Nullable FieldPath path) {
    Set<String> seen = new HashSet<>();
    for (Tree.Member member : object.members()) {
      for (Shape.Field field : shape.fields()) {
        if (field.name().equals(member.name())) {
          member(member, field, below(path, field), seen.add(field.name()));
        }
      }
    }
    for (Shape.Field field : shape.fields()) {
      if (field.required() && Tree.isNull(object.get(field.name()))) {
        fault(Reason.MISSING, below(path, field));
      }
    }
  }

  private static FieldPath below(@Nullable FieldPath path, Shape.Field field) {
    return path == null ? FieldPath.of(field.name()) : path.then(field.name());
  }

  private void member(Tree.Member member, Shape.Field field, FieldPath path, boolean isFirst) {
    if (isFirst) {
      value(member.value(), field.shape(), path);
    } else {
      fault(Reason.DUPLICATE_NAME, path);
    }
  }

  private void value(Tree value, Shape shape, FieldPath path) {
    if (Tree.isNull(value)) {
      return;
    } else if (shape instanceof Shape.Fields fields && value instanceof Tree.Obj object) {
      object(object, fields, path);
    } else if (shape instanceof Shape.Items items && value instanceof Tree.Arr array) {
      array.items().forEach(item -> value(item, items.item(), path.eachItem()));
    } else if (shape instanceof Shape.Leaf leaf && value instanceof Tree.Scalar scalar) {
      leaf(scalar, leaf, path);
    } else {
      fault(Reason.WRONG_TYPE, path);
    }
  }

  private void leaf(Tree.Scalar value, Shape.Leaf leaf, FieldPath path) {
    boolean string = value.kind() == Tree.Kind.STRING;
    boolean quoted =
        switch (leaf.type()) {
          case STRING, DATE, TIMESTAMP, TIME -> true;
          default -> false;
        };
    if (string && quoted && value.text().codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff)) {
      fault(Reason.MALFORMED, path);
    } else if (!isOfType(value, leaf)) {
      fault(Reason.WRONG_TYPE, path);
    }
  }

  private static boolean isOfType(Tree.Scalar value, Shape.Leaf leaf) {
    boolean string = value.kind() == Tree.Kind.STRING;
    String text = value.text();
    return switch (leaf.type()) {
      case STRING -> string;
      case DATE -> string && NaiveTimes.date(text) != null;
      case TIMESTAMP -> string && NaiveTimes.instant(text, leaf.zone()) != null;
      case TIME -> string && NaiveTimes.isTimeOfDay(text);
      case BOOLEAN -> value.kind() == Tree.Kind.BOOLEAN;
      case NUMBER -> value.kind() == Tree.Kind.NUMBER;
      case INTEGER -> value.kind() == Tree.Kind.NUMBER && text.matches("-?[0-9]+");
      default -> false;
    };
  }

  /** The scalar of that path in a record without faults; null if it is absent or null. */
  static Tree.@Nullable Scalar at(@Nullable FieldPath path, Tree.Obj record) {
    Tree value = path == null ? null : record;
    for (int i = 0; path != null && i < path.segments().size(); i++) {
      String name = path.segments().get(i).name();
      value = value instanceof Tree.Obj object ? object.get(name) : null;
    }
    return Tree.isNull(value) ? null : (Tree.Scalar) value;
  }

  /** The event's time in ms since the epoch. */
  static long time(ProductPlan plan, Tree.Obj record, long kafkaTime) {
    Tree.Scalar own = at(plan.eventTime(), record);
    if (own == null) {
      return kafkaTime;
    }
    LocalDate date = NaiveTimes.date(own.text());
    String zone = ((Shape.Leaf) shape(plan)).zone();
    Instant instant =
        date == null
            ? Objects.requireNonNull(NaiveTimes.instant(own.text(), zone))
            : Instant.ofEpochSecond(date.toEpochDay() * 86_400);
    return instant.toEpochMilli();
  }

  /** Of the event's time. */
  private static Shape shape(ProductPlan plan) {
    Shape shape = plan.record();
    for (FieldPath.Segment segment : Objects.requireNonNull(plan.eventTime()).segments()) {
      List<Shape.Field> fields = ((Shape.Fields) shape).fields();
      shape =
          fields.stream()
              .filter(f -> f.name().equals(segment.name()))
              .findFirst()
              .orElseThrow()
              .shape();
    }
    return shape;
  }

  /** As {@link Event#jurisdiction()}, of releases that name these. */
  static int jurisdiction(ProductPlan plan, Tree.Obj record, List<String> sorted) {
    Tree.Scalar own = at(plan.jurisdiction(), record);
    return own == null ? Event.UNKNOWN : sorted.indexOf(own.text());
  }
}
