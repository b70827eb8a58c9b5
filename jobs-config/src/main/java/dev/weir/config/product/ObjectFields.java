package dev.weir.config.product;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every field of a schema object by its path, in the product's order. What an array in an array
 * holds has no path. Immutable.
 */
public final class ObjectFields {

  private final Map<FieldPath, ProductField> fields = new LinkedHashMap<>();

  private ObjectFields(SchemaObject object) {
    object.properties().forEach(property -> add(null, property, true));
  }

  public static ObjectFields of(SchemaObject object) {
    return new ObjectFields(object);
  }

  private void add(@Nullable FieldPath above, Property property, boolean always) {
    FieldPath path = above == null ? FieldPath.of(property.name()) : above.then(property.name());
    put(path, property, property.role(), always && property.required());
  }

  private void put(FieldPath path, Property property, @Nullable PrivacyRole role, boolean always) {
    fields.putIfAbsent(path, new ProductField(path, property, role, always));
    property.properties().forEach(below -> add(path, below, always));
    Property items = property.items();
    boolean inArray = path.segments().get(path.segments().size() - 1).items();
    if (items != null && property.type() == LogicalType.ARRAY && !inArray) {
      put(path.eachItem(), items, items.role() == null ? role : items.role(), always);
    }
  }

  /** All of them, objects and arrays too, each before what is in it. */
  public Collection<ProductField> all() {
    return Collections.unmodifiableCollection(fields.values());
  }

  /** The field of that path. */
  public Optional<ProductField> find(FieldPath path) {
    return Optional.ofNullable(fields.get(path));
  }

  /** The one field that says who the person is. */
  public Optional<ProductField> subject() {
    return first(field -> field.role() == PrivacyRole.SUBJECT);
  }

  /** The field that {@code jurisdictions} are judged by. */
  public Optional<ProductField> jurisdiction() {
    return first(field -> field.role() == PrivacyRole.JURISDICTION);
  }

  /** The field that says when the event was. */
  public Optional<ProductField> eventTime() {
    return first(field -> field.property().eventTime());
  }

  private Optional<ProductField> first(Predicate<ProductField> wanted) {
    return fields.values().stream().filter(wanted).findFirst();
  }
}
