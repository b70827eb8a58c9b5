package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A scalar some of whose values are terms of their own, which a build may enforce or not.
 *
 * @param all the terms
 * @param of the term of a text, one of {@code all}; empty: it is none
 */
public record Terms<T>(Form<T> form, Set<String> all, Function<String, Optional<String>> of)
    implements Form<T> {
  public Terms {
    all = Set.copyOf(all);
  }

  @Override
  public Optional<T> read(Part part) {
    return form.read(part);
  }

  @Override
  public String asked() {
    return form.asked();
  }

  @Override
  public ObjectNode schema() {
    return form.schema();
  }

  @Override
  public void terms(String term, Predicate<String> enter) {
    for (String value : new TreeSet<>(all)) {
      boolean unused = enter.test(term + "=" + value);
    }
  }

  @Override
  public void used(Part part, String term, TermVisitor enter) {
    if (part.node() instanceof YamlScalar scalar) {
      of.apply(scalar.text())
          .ifPresent(value -> enter.enter(term + "=" + value, scalar.location(), part.path()));
    }
  }
}
