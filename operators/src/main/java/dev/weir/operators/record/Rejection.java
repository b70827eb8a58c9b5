package dev.weir.operators.record;

import dev.weir.config.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * A reason and the declared field it is about.
 *
 * @param field null: the whole record
 */
public record Rejection(Reason reason, @Nullable FieldPath field) {
  public static Rejection of(Reason reason) {
    return new Rejection(reason, null);
  }
}
