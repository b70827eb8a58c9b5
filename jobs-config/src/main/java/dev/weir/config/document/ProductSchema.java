package dev.weir.config.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.product.PrivacyRole;

/** The standard's shape with what an editor needs to complete Weir's custom properties. */
final class ProductSchema {

  private static final String ROLE = "privacyRole";
  private static final String EVENT_TIME = "eventTime";

  private ProductSchema() {}

  static ObjectNode of(ObjectNode shape) {
    ObjectNode custom = shape.withObject("/$defs/CustomProperties/items");
    ObjectNode name = custom.withObject("/properties/property");
    name.withArray("examples").add(ROLE).add(EVENT_TIME);
    ArrayNode cases = custom.withArray("allOf");
    ArrayNode roles = value(cases, ROLE).withArray("enum");
    for (PrivacyRole role : PrivacyRole.values()) {
      roles.add(role.word());
    }
    value(cases, EVENT_TIME).put("type", "boolean");
    return shape;
  }

  /** What {@code value} must be where {@code property} is of that name. */
  private static ObjectNode value(ArrayNode cases, String property) {
    ObjectNode one = cases.addObject();
    one.withObject("/if/properties/property").put("const", property);
    return one.withObject("/then/properties/value");
  }
}
