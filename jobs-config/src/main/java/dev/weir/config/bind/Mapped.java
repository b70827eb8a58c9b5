package dev.weir.config.bind;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A form that is read as something else, or judged once more. */
record Mapped<S, T>(Form<S> form, Function<S, T> other, BiConsumer<S, Part> rule)
    implements Around<T> {

  @Override
  public Optional<T> read(Part part) {
    Optional<S> value = form.read(part);
    value.ifPresent(found -> rule.accept(found, part));
    return value.map(other);
  }
}
