package dev.weir.config;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The logical types of ODCS 3.2 (its {@code logicalType}). */
public enum LogicalType {
  STRING,
  DATE,
  TIMESTAMP,
  TIME,
  NUMBER,
  INTEGER,
  BOOLEAN,
  OBJECT,
  ARRAY,
  MAP,
  VECTOR;

  /** The word of the standard: {@code string}, {@code timestamp}, … */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of that word, if the standard has it. */
  public static Optional<LogicalType> ofWord(String word) {
    return Stream.of(values()).filter(type -> type.word().equals(word)).findFirst();
  }

  /** Whether a value of this type is one value, not a container. */
  public boolean leaf() {
    return switch (this) {
      case OBJECT, ARRAY, MAP, VECTOR -> false;
      default -> true;
    };
  }
}
