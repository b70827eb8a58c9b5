package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Predicate;

/** A form of whose values some are not enough; a problem of them has been noted. */
record Sufficient<T>(Form<T> form, Predicate<T> suffices) implements Form<T> {

  @Override
  public Optional<T> read(Part part) {
    return form.read(part).filter(suffices);
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
    form.terms(term, enter);
  }

  @Override
  public void used(Part part, String term, TermVisitor enter) {
    form.used(part, term, enter);
  }
}
