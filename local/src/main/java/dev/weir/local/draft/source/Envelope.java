package dev.weir.local.draft.source;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Tells Debezium's change events from other objects by the fields that all of them have. */
final class Envelope {

  private Envelope() {}

  /** The envelope that the object is, or holds under {@code payload}; null if there is none. */
  static @Nullable JsonNode in(JsonNode object) {
    if (is(object)) {
      return object;
    }
    JsonNode payload = object.path("payload");
    return object.has("schema") && is(payload) ? payload : null;
  }

  private static boolean is(JsonNode node) {
    boolean state = node.has("after") || node.has("before");
    return node.path("op").isTextual() && state && node.path("source").isObject();
  }
}
