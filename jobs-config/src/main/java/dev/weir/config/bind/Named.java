package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.Entry;
import dev.weir.config.yaml.YamlNode.YamlMap;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Entries under names of the user's own. What cannot be read is left out of the value.
 *
 * @param least how many there must be
 */
public record Named<K, V>(Scalar<K> name, Form<V> value, int least) implements Form<Map<K, V>> {

  @Override
  public Optional<Map<K, V>> read(Part part) {
    if (!(part.node() instanceof YamlMap map)) {
      part.wrongType(asked());
      return Optional.empty();
    }
    if (map.entries().size() < least) {
      part.note(BindRule.EMPTY, "The block is empty", "Write at least one entry");
    }
    Map<K, V> values = new LinkedHashMap<>();
    map.entries().forEach((key, entry) -> entry(part, key, entry, values));
    return Optional.of(values);
  }

  @Override
  public YamlNode meant(Part part) {
    if (!(part.node() instanceof YamlMap map)) {
      return part.node();
    }
    Map<String, Entry> entries = new LinkedHashMap<>(map.entries());
    entries.replaceAll((key, entry) -> entry.holding(value.meant(part.below(key, entry.value()))));
    return new YamlMap(map.location(), entries);
  }

  private void entry(Part part, String key, Entry entry, Map<K, V> values) {
    Part at = new Part(asNode(key, entry), part.path().key(key), part.problems());
    Optional<K> known = name.read(at);
    Optional<V> found = value.read(part.key(key));
    if (known.isPresent() && found.isPresent()) {
      if (values.putIfAbsent(known.get(), found.get()) != null) {
        at.note(BindRule.DUPLICATE, "This name stands in the block already", "Leave one of them");
      }
    }
  }

  private static YamlScalar asNode(String key, Entry entry) {
    return YamlScalar.text(entry.keyLocation(), key);
  }

  @Override
  public String asked() {
    return "a block of " + value.asked() + " by " + name.asked();
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = Json.type("object").put("minProperties", least);
    schema.set("propertyNames", name.schema());
    schema.set("additionalProperties", value.schema());
    return schema;
  }

  @Override
  public void terms(String term, Predicate<String> enter) {
    value.terms(term + ".*", enter);
  }

  @Override
  public void used(Part part, String term, TermVisitor enter) {
    if (part.node() instanceof YamlMap map) {
      map.entries().keySet().forEach(key -> value.used(part.key(key), term + ".*", enter));
    }
  }
}
