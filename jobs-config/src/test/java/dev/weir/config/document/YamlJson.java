package dev.weir.config.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.YamlList;
import dev.weir.config.yaml.YamlNode.YamlMap;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import java.math.BigDecimal;
import java.util.Locale;

/** YAML as the JSON that an editor judges by a schema. */
final class YamlJson {

  private YamlJson() {}

  static JsonNode of(YamlNode node) {
    if (node instanceof YamlMap map) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      map.entries().forEach((key, entry) -> object.set(key, of(entry.value())));
      return object;
    } else if (node instanceof YamlList list) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      list.items().forEach(item -> array.add(of(item)));
      return array;
    }
    return scalar((YamlScalar) node);
  }

  private static JsonNode scalar(YamlScalar scalar) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (scalar.kind()) {
      case STRING -> nodes.textNode(scalar.text());
      case INTEGER -> nodes.numberNode(new BigDecimal(scalar.text()).toBigIntegerExact());
      case NUMBER -> nodes.numberNode(new BigDecimal(scalar.text()));
      case BOOLEAN -> nodes.booleanNode(scalar.text().toLowerCase(Locale.ROOT).equals("true"));
      case NULL -> nodes.nullNode();
    };
  }
}
