package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.yaml.YamlNode.Kind;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A single value.
 *
 * @param asked in words: {@code a date}
 * @param kinds that it may be written in
 * @param schema of it
 */
public record Scalar<T>(String asked, Set<Kind> kinds, Parser<T> parser, ObjectNode schema)
    implements Form<T> {

  /** Reads the text of a scalar of one of the kinds. */
  public interface Parser<T> {
    T parse(String text) throws Misfit;
  }

  @Override
  public Optional<T> read(Part part) {
    if (!(part.node() instanceof YamlScalar scalar) || !kinds.contains(scalar.kind())) {
      part.wrongType(asked);
      return Optional.empty();
    }
    try {
      return Optional.of(parser.parse(scalar.text()));
    } catch (Misfit misfit) {
      misfit.note(part);
      return Optional.empty();
    }
  }

  @Override
  public ObjectNode schema() {
    return schema.deepCopy();
  }

  @Override
  public void terms(String term, Predicate<String> enter) {}

  @Override
  public void used(Part part, String term, TermVisitor enter) {}
}
