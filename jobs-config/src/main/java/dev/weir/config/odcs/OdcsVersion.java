package dev.weir.config.odcs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The versions of the standard that differ in shape. A v3.0 contract may use what v3.1 has, for the
 * standard's own examples of v3.0.2 do and its v3.1 shape takes them; what v3.1 no longer has, it
 * may use as well.
 */
enum OdcsVersion {
  V3_0("3.0", List.of("v3.0.0", "v3.0.1", "v3.0.2")),
  V3_1("3.1", List.of("v3.1.0")),
  V3_2("3.2", List.of("v3.2.0"));

  private final String number;
  private final List<String> words;

  OdcsVersion(String number, List<String> words) {
    this.number = number;
    this.words = words;
  }

  /** Every {@code apiVersion} that is read, oldest first. */
  static List<String> words() {
    return Stream.of(values()).flatMap(version -> version.words.stream()).toList();
  }

  static Optional<OdcsVersion> ofWord(String word) {
    return Stream.of(values()).filter(version -> version.words.contains(word)).findFirst();
  }

  /** Whether it is of that number, as {@code 3.1}, or newer. */
  boolean since(String other) {
    return number.compareTo(other) >= 0;
  }

  /** Whether it is of that number, as {@code 3.1}, or older. */
  boolean until(String other) {
    return number.compareTo(other) <= 0;
  }
}
