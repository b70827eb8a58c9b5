package dev.weir.config.bind;

import java.util.Optional;
import java.util.function.Predicate;

/** A form of whose values some are not enough; a problem of them has been noted. */
record Sufficient<T>(Form<T> form, Predicate<T> suffices) implements Around<T> {

  @Override
  public Optional<T> read(Part part) {
    return form.read(part).filter(suffices);
  }
}
