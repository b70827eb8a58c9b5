package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.Kind;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One of two forms.
 *
 * @param first whether a part is judged by {@code one}
 */
public record Either<T>(
    String asked, Predicate<Part> first, Form<? extends T> one, Form<? extends T> other)
    implements Form<T> {

  /** A number of one form, or a text of another. */
  public static <T> Either<T> numberOr(String asked, Form<T> number, Form<T> text) {
    return new Either<>(asked, Either::numeric, number, text);
  }

  @Override
  public Optional<T> read(Part part) {
    return chosen(part).read(part).map(value -> value);
  }

  @Override
  public YamlNode meant(Part part) {
    return chosen(part).meant(part);
  }

  private Form<? extends T> chosen(Part part) {
    return first.test(part) ? one : other;
  }

  private static boolean numeric(Part part) {
    return part.node() instanceof YamlScalar scalar
        && (scalar.kind() == Kind.INTEGER || scalar.kind() == Kind.NUMBER);
  }

  @Override
  public ObjectNode schema() {
    return Json.any(List.of(one.schema(), other.schema()));
  }

  @Override
  public void terms(String term, Predicate<String> enter) {
    one.terms(term, enter);
    other.terms(term, enter);
  }

  @Override
  public void used(Part part, String term, TermVisitor enter) {
    chosen(part).used(part, term, enter);
  }
}
