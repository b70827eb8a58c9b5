package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** Pieces of JSON Schemas. */
final class Json {

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode type(String type) {
    return object().put("type", type);
  }

  static ObjectNode pattern(String pattern) {
    return type("string").put("pattern", pattern);
  }

  static ObjectNode words(Collection<String> words) {
    ObjectNode schema = object();
    ArrayNode choices = schema.putArray("enum");
    words.forEach(choices::add);
    return schema;
  }

  /** Any of them. */
  static ObjectNode any(List<ObjectNode> schemas) {
    if (schemas.size() == 1) {
      return schemas.get(0);
    }
    ObjectNode schema = object();
    schema.putArray("anyOf").addAll(schemas);
    return schema;
  }
}
