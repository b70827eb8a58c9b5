package dev.weir.config.odcs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The schema of one version, out of the schema of all: a part with {@code x-since} or {@code
 * x-until} is left out of the versions before or after.
 */
final class SchemaSource {

  private static final String SINCE = "x-since";
  private static final String UNTIL = "x-until";

  private final OdcsVersion version;

  SchemaSource(OdcsVersion version) {
    this.version = version;
  }

  JsonNode schema() {
    try (InputStream in =
        Objects.requireNonNull(SchemaSource.class.getResourceAsStream("contract.schema.json"))) {
      return cut(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException("the schema is part of the build", e);
    }
  }

  private JsonNode cut(JsonNode node) {
    if (node instanceof ObjectNode object) {
      return cut(object);
    }
    return node instanceof ArrayNode array ? cut(array) : node;
  }

  private JsonNode cut(ObjectNode whole) {
    ObjectNode left = whole.objectNode();
    for (var member : whole.properties()) {
      JsonNode value = cut(member.getValue());
      boolean emptied = value.isArray() && value.isEmpty();
      if (holds(member.getValue()) && !emptied && !member.getKey().startsWith("x-")) {
        left.set(member.getKey(), value);
      }
    }
    return left;
  }

  private JsonNode cut(ArrayNode whole) {
    ArrayNode left = whole.arrayNode();
    for (JsonNode item : whole) {
      if (holds(item)) {
        left.add(cut(item));
      }
    }
    return left;
  }

  private boolean holds(JsonNode part) {
    return version.since(part.path(SINCE).asText("3.0"))
        && version.until(part.path(UNTIL).asText("3.2"));
  }
}
