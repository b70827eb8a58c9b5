package dev.weir.config.product;

import java.util.List;

/**
 * A data product.
 *
 * @param apiVersion of the standard it is written in, as {@code v3.1.0}
 * @param version of the contract, as {@code 2.3.0}
 * @param objects at least one
 */
public record Product(String apiVersion, String id, String version, List<SchemaObject> objects) {

  public Product {
    objects = List.copyOf(objects);
  }

  /** The number before the first dot of the version: what an agreement's {@code id@major} names. */
  public String major() {
    String bare = version.startsWith("v") ? version.substring(1) : version;
    int dot = bare.indexOf('.');
    return dot < 0 ? bare : bare.substring(0, dot);
  }
}
