package dev.weir.config.odcs;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import dev.weir.config.bind.Part;
import dev.weir.config.problem.DidYouMean;
import dev.weir.config.yaml.DocumentPath;
import dev.weir.config.yaml.YamlNode.Entry;
import dev.weir.config.yaml.YamlNode.YamlMap;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What the schema found wrong at one place, and how a user is told. */
final class Breach {

  /** Of several things said of one place, what a server's or check's own type says comes first. */
  static final Comparator<Breach> NARROWEST_FIRST =
      Comparator.comparing((Breach breach) -> !breach.keyword.equals("propertyNames"));

  private final ValidationMessage message;
  private final String keyword;
  private final Part part;
  private final JsonNode schema;

  /**
   * @param root the contract
   * @param schema it was judged by
   */
  Breach(ValidationMessage message, Part root, JsonNode schema) {
    this.message = message;
    this.schema = schema;
    keyword = message.getType();
    part = at(message.getInstanceLocation(), root);
  }

  private static Part at(JsonNodePath path, Part root) {
    Part part = root;
    for (int i = 0; i < path.getNameCount(); i++) {
      Object step = path.getElement(i);
      part = step instanceof Integer index ? part.item(index) : part.key(step.toString());
    }
    return part;
  }

  /** What it is about: a key that is not there, or not known, is a place too. */
  DocumentPath path() {
    return switch (keyword) {
      case "required", "additionalProperties", "propertyNames" -> part.path().key(name());
      default -> part.path();
    };
  }

  private String name() {
    return Objects.requireNonNull(message.getProperty(), keyword);
  }

  void note() {
    switch (keyword) {
      case "additionalProperties" -> unknown(declared());
      case "propertyNames" -> unknown(words(message.getSchemaNode().path("enum")));
      case "required" -> add("The key " + name() + " is missing", "Write " + name());
      case "type" -> add("Here stands " + part.kind(), "Write " + asked());
      case "enum" -> add("The standard knows no such word here", nearest());
      case "const" -> add("The standard knows no such word here", "Write " + bound());
      case "false" -> add("This does not go with the logicalType beside it", "Leave it out");
      case "oneOf" -> add("A check has exactly one operator, as mustBe", "Write one, or leave one");
      case "pattern" -> add("This is not written as asked", "It must match " + bound());
      case "format" -> add("This is not written as asked", "Write a " + bound());
      default -> add("This is out of the standard's bounds", "Keep to " + keyword + " " + bound());
    }
  }

  private void unknown(List<String> known) {
    Entry entry = part.node() instanceof YamlMap map ? map.entries().get(name()) : null;
    part.problems()
        .add(
            OdcsRule.ODCS_SHAPE,
            entry == null ? part.node().location() : entry.keyLocation(),
            path().toString(),
            "The standard has no such key here",
            known.isEmpty() ? "Say the logicalType beside it" : DidYouMean.mend(known, name()));
  }

  private void add(String what, String mend) {
    part.problems().add(OdcsRule.ODCS_SHAPE, part.node().location(), path().toString(), what, mend);
  }

  private String nearest() {
    String written = part.node() instanceof YamlScalar scalar ? scalar.text() : "";
    return DidYouMean.mend(words(message.getSchemaNode()), written);
  }

  /** The keys that stand beside the schema's {@code additionalProperties}. */
  private List<String> declared() {
    String around = message.getSchemaLocation().getFragment().getParent().toString();
    List<String> names = new ArrayList<>();
    schema.at(around).path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private String asked() {
    JsonNode types = message.getSchemaNode();
    List<String> words = types.isArray() ? words(types) : List.of(bound());
    return String.join(" or ", words.stream().map(Breach::inWords).toList());
  }

  private static String inWords(String type) {
    return switch (type) {
      case "object" -> "a block of keys";
      case "array" -> "a list";
      case "string" -> "a text";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      default -> "a " + type;
    };
  }

  private String bound() {
    return message.getSchemaNode().asText();
  }

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }
}
