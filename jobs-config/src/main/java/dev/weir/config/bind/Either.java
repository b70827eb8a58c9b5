package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.yaml.YamlNode.Kind;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A number of one form, or a text of another. */
public record Either<T>(String asked, Form<T> number, Form<T> text) implements Form<T> {

  @Override
  public Optional<T> read(Part part) {
    return chosen(part).read(part);
  }

  private Form<T> chosen(Part part) {
    boolean numeric =
        part.node() instanceof YamlScalar scalar
            && (scalar.kind() == Kind.INTEGER || scalar.kind() == Kind.NUMBER);
    return numeric ? number : text;
  }

  @Override
  public ObjectNode schema() {
    return Json.any(List.of(number.schema(), text.schema()));
  }

  @Override
  public void terms(String term, Predicate<String> enter) {
    number.terms(term, enter);
    text.terms(term, enter);
  }

  @Override
  public void used(Part part, String term, TermVisitor enter) {
    chosen(part).used(part, term, enter);
  }
}
