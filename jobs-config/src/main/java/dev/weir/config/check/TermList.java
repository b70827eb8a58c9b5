package dev.weir.config.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Every term of the language and what this build does with it. A term that is not in the list is
 * refused.
 */
final class TermList {

  /** What becomes of a term. */
  enum Fate {
    /** It does what it says. */
    ENFORCED,
    /** It is refused where something runs. */
    REFUSED,
    /** So is it where somebody looks at what would become of a field. */
    REFUSED_STEPS
  }

  private final Map<String, Fate> fates;

  private TermList(Map<String, Fate> fates) {
    this.fates = fates;
  }

  static TermList load() {
    Map<String, Fate> fates = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(TermList.class.getResourceAsStream("terms.txt")),
                StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(fates, line));
    } catch (IOException e) {
      throw new UncheckedIOException("the list of terms is part of the build", e);
    }
    return new TermList(fates);
  }

  private static void add(Map<String, Fate> fates, String line) {
    String[] parts = line.split(" ", 2);
    fates.put(
        parts[1],
        switch (parts[0]) {
          case "+" -> Fate.ENFORCED;
          case "-" -> Fate.REFUSED;
          case "!" -> Fate.REFUSED_STEPS;
          default -> throw new IllegalStateException("a line begins with +, - or !: " + line);
        });
  }

  Fate of(String term) {
    return fates.getOrDefault(term, Fate.REFUSED_STEPS);
  }

  Map<String, Fate> all() {
    return Map.copyOf(fates);
  }
}
