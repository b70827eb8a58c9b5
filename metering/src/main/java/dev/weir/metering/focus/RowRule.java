package dev.weir.metering.focus;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A rule between the cells of a row.
 *
 * @param column that the specification states it of
 * @param rule in words
 */
record RowRule(String column, Set<FocusVersion> versions, String rule, Predicate<FocusRow> holds) {

  static RowRule of(String column, String rule, Predicate<FocusRow> holds) {
    return new RowRule(column, EnumSet.allOf(FocusVersion.class), rule, holds);
  }

  /** One column is null where the other one is. */
  static RowRule onlyWith(String column, String other) {
    return of(column, "is null where " + other + " is", row -> !row.has(column) || row.has(other));
  }

  /** One column is null where the other one is, and only there. */
  static RowRule together(String column, String other) {
    return of(
        column,
        "is null where " + other + " is, and only there",
        row -> row.has(column) == row.has(other));
  }

  RowRule only(FocusVersion version) {
    return new RowRule(column, EnumSet.of(version), rule, holds);
  }
}
