package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.yaml.YamlNode;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A form that holds itself somewhere below. Its schema is not followed there, nor are its terms.
 *
 * @param asked in words
 */
public record Lazy<T>(String asked, Supplier<Form<T>> form) implements Form<T> {

  @Override
  public Optional<T> read(Part part) {
    return form.get().read(part);
  }

  @Override
  public YamlNode meant(Part part) {
    return form.get().meant(part);
  }

  @Override
  public ObjectNode schema() {
    return Json.object();
  }

  @Override
  public void terms(String term, Predicate<String> enter) {}

  @Override
  public void used(Part part, String term, TermVisitor enter) {}
}
