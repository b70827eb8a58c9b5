package dev.weir.plan;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.product.Property;
import dev.weir.config.product.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What decode looks for: the wanted paths of an object, in the product's order. */
final class Shapes {

  private final Set<FieldPath> wanted;

  private Shapes(Set<FieldPath> wanted) {
    this.wanted = wanted;
  }

  /** The shape of an object's wanted fields, which are leaves, or arrays of leaves. */
  static Shape.Fields of(SchemaObject object, Set<FieldPath> wanted) {
    return new Shape.Fields(new Shapes(wanted).fields(null, object.properties()));
  }

  private List<Shape.Field> fields(@Nullable FieldPath above, List<Property> properties) {
    List<Shape.Field> fields = new ArrayList<>();
    for (Property property : properties) {
      FieldPath path = Outputs.below(above, property);
      Shape shape = shape(path, property, wanted.contains(path));
      if (shape != null) {
        fields.add(new Shape.Field(property.name(), property.required(), shape));
      }
    }
    return fields;
  }

  /** Null if nothing of it is wanted. */
  private @Nullable Shape shape(FieldPath path, Property property, boolean whole) {
    if (property.type() == LogicalType.OBJECT) {
      List<Shape.Field> below = fields(path, property.properties());
      return below.isEmpty() ? null : new Shape.Fields(below);
    } else if (property.type() == LogicalType.ARRAY && property.items() != null) {
      FieldPath each = path.eachItem();
      Shape item = shape(each, property.items(), whole || wanted.contains(each));
      return item == null ? null : new Shape.Items(item);
    }
    return whole ? new Shape.Leaf(property.type(), property.zone()) : null;
  }
}
