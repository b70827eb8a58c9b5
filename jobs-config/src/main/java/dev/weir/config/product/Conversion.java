package dev.weir.config.product;

import dev.weir.config.LogicalType;
import dev.weir.config.product.Shape.Contract;
import dev.weir.config.product.Shape.Field;
import dev.weir.config.product.Shape.Options;
import dev.weir.config.product.Shape.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the standard's shape to ours. A field of no known type is left out: no release names it. */
final class Conversion {

  private static final Options NONE = new Options(null, null, null);

  private Conversion() {}

  static Product product(Contract contract) {
    return new Product(
        contract.apiVersion(),
        contract.id(),
        contract.version(),
        contract.schema().stream().map(Conversion::object).toList());
  }

  static SchemaObject object(Table table) {
    return new SchemaObject(table.name(), properties(table.properties()));
  }

  private static List<Property> properties(List<Field> fields) {
    return fields.stream()
        .filter(field -> type(field) != null)
        .map(field -> property(field, type(field)))
        .toList();
  }

  private static Property property(Field field, @Nullable LogicalType type) {
    Options options = field.logicalTypeOptions() == null ? NONE : field.logicalTypeOptions();
    return new Property(
        field.name(),
        type == null ? LogicalType.OBJECT : type,
        field.required(),
        field.unique(),
        field.primaryKey(),
        field.leaves() ? field.customProperties().role() : null,
        field.customProperties().eventTime(),
        options.minLength(),
        options.maxLength(),
        options.defaultTimezone(),
        properties(field.properties()),
        items(field.items()));
  }

  private static @Nullable Property items(@Nullable Field items) {
    return items == null || type(items) == null ? null : property(items, type(items));
  }

  private static @Nullable LogicalType type(Field field) {
    if (field.logicalType() != null) {
      return field.logicalType();
    } else if (!field.properties().isEmpty()) {
      return LogicalType.OBJECT;
    }
    return field.items() == null ? null : LogicalType.ARRAY;
  }
}
