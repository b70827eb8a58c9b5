package dev.weir.config.product;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a field says about a person (custom property {@code privacyRole}). */
public enum PrivacyRole {
  /** The person's key. */
  SUBJECT,
  /** Names one person on its own. */
  IDENTIFIER,
  /** Narrows a person down together with others. */
  QUASI_IDENTIFIER,
  /** A quasi-identifier that {@code jurisdictions} is judged by. */
  JURISDICTION,
  /** What a person would not want known. */
  SENSITIVE,
  /** Says nothing of a person. */
  PUBLIC;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<PrivacyRole> ofWord(String word) {
    return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
