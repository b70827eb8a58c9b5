package dev.weir.config.product;

import java.util.List;

/** One kind of record of a product. */
public record SchemaObject(String name, List<Property> properties) {
  public SchemaObject {
    properties = List.copyOf(properties);
  }
}
