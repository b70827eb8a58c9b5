package dev.weir.config.odcs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.YamlList;
import dev.weir.config.yaml.YamlNode.YamlMap;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import java.math.BigInteger;

/** A YAML tree as JSON, by the core schema of YAML 1.2. */
final class YamlJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private YamlJson() {}

  static JsonNode of(YamlNode node) {
    if (node instanceof YamlMap map) {
      ObjectNode object = NODES.objectNode();
      map.entries().forEach((name, entry) -> object.set(name, of(entry.value())));
      return object;
    } else if (node instanceof YamlList list) {
      ArrayNode array = NODES.arrayNode();
      list.items().forEach(item -> array.add(of(item)));
      return array;
    }
    return scalar((YamlScalar) node);
  }

  private static JsonNode scalar(YamlScalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> NODES.textNode(scalar.text());
      case INTEGER -> NODES.numberNode(integer(scalar.text()));
      case NUMBER -> number(scalar.text());
      case BOOLEAN -> NODES.booleanNode(scalar.text().equalsIgnoreCase("true"));
      case NULL -> NODES.nullNode();
    };
  }

  private static BigInteger integer(String text) {
    if (text.startsWith("0x")) {
      return new BigInteger(text.substring(2), 16);
    }
    return text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
  }

  /** As near as a double comes: of a number, the shape asks its kind and its sign. */
  private static JsonNode number(String text) {
    boolean digits = text.chars().anyMatch(Character::isDigit);
    double value = digits ? Double.parseDouble(text) : Double.MAX_VALUE;
    return NODES.numberNode(Math.min(Math.max(value, -Double.MAX_VALUE), Double.MAX_VALUE));
  }
}
