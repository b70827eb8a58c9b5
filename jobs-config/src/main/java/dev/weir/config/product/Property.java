package dev.weir.config.product;

import dev.weir.config.LogicalType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a product.
 *
 * @param role null on objects and on fields that no release may name yet
 * @param minLength of a string, in code points; null if the contract does not say
 * @param zone what a date or timestamp without an offset is in (ODCS {@code defaultTimezone}); null
 *     if an offset is required
 * @param properties the fields of an object, else empty
 * @param items what an array holds, else null
 */
public record Property(
    String name,
    LogicalType type,
    boolean required,
    boolean unique,
    boolean primaryKey,
    @Nullable PrivacyRole role,
    boolean eventTime,
    @Nullable Integer minLength,
    @Nullable Integer maxLength,
    @Nullable String zone,
    List<Property> properties,
    @Nullable Property items) {

  public Property {
    properties = List.copyOf(properties);
  }
}
