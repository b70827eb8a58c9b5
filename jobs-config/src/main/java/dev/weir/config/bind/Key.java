package dev.weir.config.bind;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A key of a block.
 *
 * @param name as it is written
 * @param suggested its form, asked for when it is needed: a record may hold itself
 * @param required whether it must be there
 * @param otherwise what holds if it is not there
 * @param placeholder what holds if it is there and cannot be read, or is missing, after the problem
 *     has been noted; null: nothing can be made of the block then
 */
record Key(
    String name,
    Supplier<Form<?>> suggested,
    boolean required,
    @Nullable Object otherwise,
    @Nullable Object placeholder) {

  Form<?> form() {
    return suggested.get();
  }

  Key form(Form<?> other) {
    return new Key(name, () -> other, required, otherwise, placeholder);
  }

  Key named(String other) {
    return new Key(other, suggested, required, otherwise, placeholder);
  }

  Key orElse(Object value) {
    return new Key(name, suggested, false, value, value);
  }

  Key placeholder(Object value) {
    return new Key(name, suggested, required, otherwise, value);
  }
}
