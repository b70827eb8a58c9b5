package dev.weir.config.dpv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Data Privacy Vocabulary, as far as agreements name it.
 *
 * @param version as {@code 2.3}
 * @param licence its SPDX id and where its text is
 * @param purposes by short name: {@code CommercialResearch}
 * @param legalBases by short name, kinds of consent among them
 */
public record Dpv(String version, String licence, Set<String> purposes, Set<String> legalBases) {

  private static final Dpv SHIPPED = parse(lines());

  public Dpv {
    purposes = Set.copyOf(purposes);
    legalBases = Set.copyOf(legalBases);
  }

  /** The vocabulary that ships with the build. */
  public static Dpv load() {
    return SHIPPED;
  }

  private static List<String> lines() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Dpv.class.getResourceAsStream("terms.txt")),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the vocabulary is part of the build", e);
    }
  }

  private static Dpv parse(List<String> lines) {
    return new Dpv(
        String.join("", of(lines, "version ")),
        String.join("", of(lines, "licence ")),
        of(lines, "purpose "),
        of(lines, "legal-basis "));
  }

  private static Set<String> of(List<String> lines, String prefix) {
    Set<String> found = new TreeSet<>();
    lines.stream()
        .filter(line -> line.startsWith(prefix))
        .forEach(line -> found.add(line.substring(prefix.length())));
    return found;
  }
}
