package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** One of some words; each word is a term. */
public record Words<T>(Map<String, T> words) implements Form<T> {
  public Words {
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
  }

  /** The values of an enum. */
  public static <T> Words<T> of(T[] values, Function<T, String> word) {
    Map<String, T> words = new LinkedHashMap<>();
    for (T value : values) {
      words.put(word.apply(value), value);
    }
    return new Words<>(words);
  }

  @Override
  public Optional<T> read(Part part) {
    if (!(part.node() instanceof YamlScalar scalar)) {
      part.wrongType(asked());
      return Optional.empty();
    }
    Optional<T> value = Optional.ofNullable(words.get(scalar.text()));
    if (value.isEmpty()) {
      Spelling.unknown(part, words.keySet(), scalar.text());
    }
    return value;
  }

  @Override
  public YamlNode meant(Part part) {
    return part.node() instanceof YamlScalar scalar
        ? YamlScalar.text(scalar.location(), Spelling.word(part, words.keySet(), scalar.text()))
        : part.node();
  }

  @Override
  public String asked() {
    return words.size() == 1
        ? String.join("", words.keySet())
        : "one of " + String.join(", ", words.keySet());
  }

  @Override
  public ObjectNode schema() {
    return Json.words(words.keySet());
  }

  @Override
  public void terms(String term, Predicate<String> enter) {
    for (String word : words.keySet()) {
      boolean unused = enter.test(term + "=" + word);
    }
  }

  @Override
  public void used(Part part, String term, TermVisitor enter) {
    if (part.node() instanceof YamlScalar scalar && words.containsKey(scalar.text())) {
      enter.enter(term + "=" + scalar.text(), scalar.location(), part.path());
    }
  }
}
