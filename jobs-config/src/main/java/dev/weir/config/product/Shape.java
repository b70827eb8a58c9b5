package dev.weir.config.product;

import dev.weir.config.LogicalType;
import dev.weir.config.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contract as the standard writes it, as far as Weir reads it. */
final class Shape {

  private Shape() {}

  record Contract(String apiVersion, String kind, String id, String version, List<Table> schema) {}

  record Table(String name, List<Field> properties) {}

  record Custom(String property, @Nullable YamlNode value) {}

  record Options(
      @Nullable Integer minLength, @Nullable Integer maxLength, @Nullable String defaultTimezone) {}

  /**
   * @param name empty on what an array holds
   * @param logicalType null where the contract does not say
   */
  record Field(
      String name,
      @Nullable LogicalType logicalType,
      @Nullable Options logicalTypeOptions,
      boolean required,
      boolean unique,
      boolean primaryKey,
      Marks customProperties,
      List<Field> properties,
      @Nullable Field items) {

    boolean leaves() {
      return logicalType != null
          && (logicalType.leaf()
              || (logicalType == LogicalType.ARRAY
                  && items != null
                  && items.logicalType() != null
                  && items.logicalType().leaf()));
    }
  }

  /** What Weir reads of custom properties. */
  record Marks(@Nullable PrivacyRole role, boolean eventTime) {
    static final Marks NONE = new Marks(null, false);
  }
}
