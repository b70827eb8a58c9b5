package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.Entry;
import dev.weir.config.yaml.YamlNode.YamlMap;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A block whose other keys depend on the word under one of them. Each word is a term, and what is
 * below it depends on it: {@code releases[](records).fields}.
 *
 * @param key whose word decides
 * @param cases by word; none of them reads the key itself
 */
public record Switch<T>(String key, Map<String, Block<? extends T>> cases) implements Form<T> {
  public Switch {
    Map<String, Block<? extends T>> decided = new LinkedHashMap<>();
    cases.forEach((word, block) -> decided.put(word, block.decidedBy(key)));
    cases = Collections.unmodifiableMap(decided);
  }

  @Override
  public Optional<T> read(Part part) {
    if (!(part.node() instanceof YamlMap map)) {
      part.wrongType(asked());
      return Optional.empty();
    }
    String word = word(part);
    Block<? extends T> block = cases.get(word);
    if (block != null) {
      return block.read(part).map(value -> value);
    }
    if (map.get(key) == null) {
      part.note(BindRule.MISSING_KEY, "The key " + key + " is missing", "Write " + choices());
    } else {
      Spelling.unknown(part.key(key), cases.keySet(), word);
    }
    return Optional.empty();
  }

  @Override
  public YamlNode meant(Part part) {
    if (!(part.node() instanceof YamlMap map)) {
      return part.node();
    }
    Part right = part.holding(Spelling.keys(part, map, known(), Set.of(key), Block.UNKNOWN));
    String word = Spelling.word(right.key(key), cases.keySet(), word(right));
    Block<? extends T> block = cases.get(word);
    return block == null ? right.node() : block.meant(right.holding(saying(right, word)));
  }

  private YamlMap saying(Part part, String word) {
    YamlMap map = (YamlMap) part.node();
    Map<String, Entry> entries = new LinkedHashMap<>(map.entries());
    entries.computeIfPresent(
        key, (name, entry) -> entry.holding(YamlScalar.text(entry.value().location(), word)));
    return new YamlMap(map.location(), entries);
  }

  private Set<String> known() {
    Set<String> known = new TreeSet<>();
    known.add(key);
    cases.values().forEach(block -> known.addAll(block.known()));
    return known;
  }

  /** The word under the key; empty if there is none. */
  private String word(Part part) {
    boolean there = part.node() instanceof YamlMap map && map.get(key) != null;
    return there && part.key(key).node() instanceof YamlScalar scalar ? scalar.text() : "";
  }

  private String choices() {
    return key + ": one of " + String.join(", ", cases.keySet());
  }

  @Override
  public String asked() {
    return "a block with " + choices();
  }

  @Override
  public ObjectNode schema() {
    return Json.any(
        cases.entrySet().stream()
            .map(one -> one.getValue().schemaWith(key, one.getKey()))
            .toList());
  }

  @Override
  public void terms(String term, Predicate<String> enter) {
    cases.forEach(
        (word, block) -> {
          String inner = term + "(" + word + ")";
          if (enter.test(inner)) {
            block.terms(inner, enter);
          }
        });
  }

  @Override
  public void used(Part part, String term, TermVisitor enter) {
    Block<? extends T> block = cases.get(word(part));
    if (block != null) {
      String inner = term + "(" + word(part) + ")";
      if (enter.enter(inner, part.key(key).node().location(), part.path().key(key))) {
        block.used(part, inner, enter);
      }
    }
  }
}
