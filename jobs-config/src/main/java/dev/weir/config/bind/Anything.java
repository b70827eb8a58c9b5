package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.yaml.YamlNode;
import java.util.Optional;
import java.util.function.Predicate;

/** Whatever stands there, as it is. */
public record Anything() implements Form<YamlNode> {

  @Override
  public Optional<YamlNode> read(Part part) {
    return Optional.of(part.node());
  }

  @Override
  public String asked() {
    return "a value";
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
