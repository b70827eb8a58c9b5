package dev.weir.metering.focus;

import java.util.Optional;
import java.util.stream.Stream;

/** A version of FOCUS that is written. */
public enum FocusVersion {
  /** Ratified 2025-05-29; what many tools still read. */
  V1_2("1.2"),
  /** Ratified 2026-06-04. */
  V1_4("1.4");

  private final String text;

  FocusVersion(String text) {
    this.text = text;
  }

  /** {@code 1.4}. */
  public String text() {
    return text;
  }

  /** The version of that text, if it is written. */
  public static Optional<FocusVersion> of(String text) {
    return Stream.of(values()).filter(version -> version.text.equals(text)).findFirst();
  }
}
