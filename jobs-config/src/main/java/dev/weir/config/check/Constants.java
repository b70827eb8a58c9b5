package dev.weir.config.check;

import dev.weir.config.LogicalType;
import dev.weir.config.product.Property;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Whether a constant of {@code redact} is a value of the field's type. */
final class Constants {

  private Constants() {}

  static void check(Property property, @Nullable Object constant, Place place) {
    if (constant != null && !fits(property.type(), constant)) {
      place.note(
          CheckRule.TYPE_TREATMENT,
          "The constant of redact is no " + property.type().word() + ", as the field is",
          "Write one, or leave out with for null");
    }
  }

  private static boolean fits(LogicalType type, Object constant) {
    return switch (type) {
      case STRING, TIME -> constant instanceof String;
      case DATE -> constant instanceof String text && parses(() -> LocalDate.parse(text));
      case TIMESTAMP -> constant instanceof String text && parses(() -> OffsetDateTime.parse(text));
      case NUMBER -> constant instanceof BigDecimal;
      case INTEGER ->
          constant instanceof BigDecimal number && number.stripTrailingZeros().scale() <= 0;
      case BOOLEAN -> constant instanceof Boolean;
      default -> false;
    };
  }

  private static boolean parses(Runnable parse) {
    try {
      parse.run();
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
