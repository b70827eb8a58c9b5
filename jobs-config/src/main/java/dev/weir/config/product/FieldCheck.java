package dev.weir.config.product;

import dev.weir.config.LogicalType;
import dev.weir.config.bind.Part;
import dev.weir.config.product.Shape.Field;
import dev.weir.config.product.Shape.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Judges where roles and the event's time stand. */
final class FieldCheck {

  private FieldCheck() {}

  /** One field by itself. */
  static void check(Field field, Part part) {
    if (field.customProperties().role() != null && !field.leaves()) {
      part.key("customProperties")
          .note(
              ProductRule.ROLE_PLACE,
              "A role stands on what is neither a single value nor an array of them",
              "Give the fields in it roles of their own, and each its logicalType");
    }
    boolean time =
        field.logicalType() == LogicalType.DATE || field.logicalType() == LogicalType.TIMESTAMP;
    if (field.customProperties().eventTime() && !time) {
      part.key("customProperties")
          .note(
              ProductRule.EVENT_TIME,
              "The event's time is neither a date nor a timestamp",
              "Mark a field of such a logicalType");
    }
    names(field.properties(), part);
  }

  /** A schema object as a whole. */
  static void check(Table table, Part part) {
    names(table.properties(), part);
    ObjectFields fields = ObjectFields.of(Conversion.object(table));
    once(fields, field -> field.role() == PrivacyRole.SUBJECT, "role subject", part);
    once(fields, field -> field.role() == PrivacyRole.JURISDICTION, "role jurisdiction", part);
    once(fields, field -> field.property().eventTime(), "eventTime: true", part);
  }

  private static void once(
      ObjectFields fields, Predicate<ProductField> marked, String mark, Part part) {
    List<ProductField> found = fields.all().stream().filter(marked).toList();
    boolean repeated = found.stream().anyMatch(field -> field.path().repeated());
    if (found.size() > 1 || repeated) {
      part.note(
          mark.startsWith("role") ? ProductRule.ROLE_TWICE : ProductRule.EVENT_TIME,
          "There are several fields of " + mark + ", or one in an array: " + paths(found),
          "Mark one field, outside of arrays");
    }
  }

  private static String paths(List<ProductField> found) {
    return String.join(", ", found.stream().map(field -> field.path().toString()).toList());
  }

  private static void names(List<Field> fields, Part part) {
    Set<String> seen = new HashSet<>();
    for (Field field : fields) {
      if (!seen.add(field.name())) {
        part.key("properties")
            .note(
                ProductRule.FIELD_TWICE,
                "The field " + field.name() + " stands here twice",
                "Leave one of them");
      }
    }
  }
}
