package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** A form that is read as something else, or judged once more. */
record Mapped<S, T>(Form<S> form, Function<S, T> other, BiConsumer<S, Part> rule)
    implements Form<T> {

  @Override
  public Optional<T> read(Part part) {
    Optional<S> value = form.read(part);
    value.ifPresent(found -> rule.accept(found, part));
    return value.map(other);
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
