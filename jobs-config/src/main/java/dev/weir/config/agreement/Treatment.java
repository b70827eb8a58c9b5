package dev.weir.config.agreement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is done to one field before it leaves: a word, or a word with its settings. */
public sealed interface Treatment {

  /** The source's bytes, type-checked. */
  record Keep() implements Treatment {}

  /** Absent. */
  record Drop() implements Treatment {}

  /**
   * A constant.
   *
   * @param with of the field's own type: String, BigDecimal, Boolean; null writes null
   */
  record Redact(@Nullable Object with) implements Treatment {}

  /**
   * All but the ends hidden.
   *
   * @param with the character shown for each hidden one
   * @param length if set, always that many of {@code with} in place of the hidden part
   */
  record Mask(int keepFirst, int keepLast, String with, @Nullable Integer length)
      implements Treatment {}

  /** The first n characters; a value no longer than n becomes empty. */
  record Truncate(int length) implements Treatment {}

  /** A date or timestamp cut to a unit, in UTC. */
  record Round(TimeUnit unit) implements Treatment {}

  /** The lower bound of the cell of this width. */
  record Bucket(BigDecimal width) implements Treatment {}

  /** Moved by whole days, the same for one subject and agreement, never 0. */
  record Shift(int maxDays) implements Treatment {}

  /**
   * Looked up in a two-column CSV file.
   *
   * @param otherwise for values that the table lacks; null: they are dead-lettered
   */
  record Replace(String table, @Nullable String otherwise) implements Treatment {}

  /**
   * A token instead of the value.
   *
   * @param scheme null for the bare word, as cohorts write it
   */
  record Tokenize(
      @Nullable TokenScheme scheme,
      TokenScope scope,
      @Nullable String domain,
      @Nullable Integer pad,
      boolean erasable,
      @Nullable String remember,
      @Nullable String alphabet,
      int keepFirst,
      int keepLast,
      @Nullable String check)
      implements Treatment {}

  /** A value of a public grid or hierarchy that holds the source's (cohorts). */
  record Generalize(
      @Nullable String step, @Nullable String hierarchy, @Nullable BigDecimal grid, boolean prefix)
      implements Treatment {}
}
