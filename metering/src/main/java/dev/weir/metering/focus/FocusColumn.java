package dev.weir.metering.focus;

import java.util.EnumSet;
import java.util.Set;

/**
 * A column as the specification describes it.
 *
 * @param mandatory whether each table has it
 * @param nullable whether a cell may be empty
 * @param versions that have it
 */
record FocusColumn(
    String id, Type type, boolean mandatory, boolean nullable, Set<FocusVersion> versions) {

  /** The data types, and with them the value formats, of the specification. */
  enum Type {
    TEXT,
    DECIMAL,
    /** A number that counts one by one: of entries. */
    WHOLE,
    /** A price: 0 or above. */
    PRICE,
    DATE_TIME,
    CURRENCY,
    JSON
  }

  FocusColumn {
    versions = Set.copyOf(versions);
  }

  static FocusColumn mandatory(String id, Type type) {
    return new FocusColumn(id, type, true, false, EnumSet.allOf(FocusVersion.class));
  }

  static FocusColumn conditional(String id, Type type) {
    return new FocusColumn(id, type, false, true, EnumSet.allOf(FocusVersion.class));
  }

  FocusColumn orNull() {
    return new FocusColumn(id, type, mandatory, true, versions);
  }

  FocusColumn neverNull() {
    return new FocusColumn(id, type, mandatory, false, versions);
  }

  FocusColumn only(FocusVersion version) {
    return new FocusColumn(id, type, mandatory, nullable, EnumSet.of(version));
  }
}
