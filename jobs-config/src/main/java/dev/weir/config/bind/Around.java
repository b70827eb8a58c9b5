package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.yaml.YamlNode;
import java.util.function.Predicate;

/** A form around another: written as that one is, and read as something more. */
sealed interface Around<T> extends Form<T> permits Mapped, Sufficient {

  /** What is written. */
  Form<?> form();

  @Override
  default YamlNode meant(Part part) {
    return form().meant(part);
  }

  @Override
  default String asked() {
    return form().asked();
  }

  @Override
  default ObjectNode schema() {
    return form().schema();
  }

  @Override
  default void terms(String term, Predicate<String> enter) {
    form().terms(term, enter);
  }

  @Override
  default void used(Part part, String term, TermVisitor enter) {
    form().used(part, term, enter);
  }
}
