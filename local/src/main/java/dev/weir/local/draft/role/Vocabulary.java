package dev.weir.local.draft.role;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The words of {@code names.txt}: what names say, in several languages. */
final class Vocabulary {

  private static final Vocabulary SHIPPED = load();

  /** What joins the two words of a compound, as in {@code patientennummer}, {@code iddecliente}. */
  private static final Set<String> JOINTS = Set.of("", "n", "en", "s", "es", "e", "er", "r", "de");

  /** The words of one concept. */
  private record Words(Set<String> whole, Set<String> beginnings, Set<String> endings) {

    Words() {
      this(new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    void add(String term) {
      if (term.endsWith("*")) {
        beginnings.add(term.substring(0, term.length() - 1));
      } else if (term.startsWith("*")) {
        endings.add(term.substring(1));
      } else {
        whole.add(term);
      }
    }

    boolean match(String run) {
      return whole.contains(run)
          || beginnings.stream().anyMatch(run::startsWith)
          || endings.stream().anyMatch(run::endsWith);
    }

    List<String> all() {
      List<String> all = new ArrayList<>(whole);
      all.addAll(beginnings);
      return all;
    }
  }

  private final Map<Concept, Words> words = new EnumMap<>(Concept.class);

  private Vocabulary() {}

  static Vocabulary shipped() {
    return SHIPPED;
  }

  private static Vocabulary load() {
    Vocabulary vocabulary = new Vocabulary();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Vocabulary.class.getResourceAsStream("names.txt")),
                StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(vocabulary::add);
    } catch (IOException e) {
      throw new UncheckedIOException("the words are part of the build", e);
    }
    return vocabulary;
  }

  private void add(String line) {
    String[] parts = line.strip().split(" +");
    Words of = words.computeIfAbsent(Concept.valueOf(parts[0]), concept -> new Words());
    for (int i = 2; i < parts.length; i++) {
      of.add(parts[i]);
    }
  }

  /** What any of these says, strictest first. */
  Set<Concept> of(Collection<String> runs) {
    EnumSet<Concept> said = EnumSet.noneOf(Concept.class);
    for (Map.Entry<Concept, Words> entry : words.entrySet()) {
      if (runs.stream().anyMatch(entry.getValue()::match)) {
        said.add(entry.getKey());
      }
    }
    return said;
  }

  /** Whether a run is one of the concept's words and nothing besides. */
  boolean is(Concept concept, String run) {
    return Objects.requireNonNull(words.get(concept)).all().contains(run);
  }

  /** Whether a run is whose key it is and the word for a key, in either order. */
  boolean keyOf(Concept owner, String run) {
    List<String> keys = Objects.requireNonNull(words.get(Concept.KEY)).all();
    return Objects.requireNonNull(words.get(owner)).all().stream()
        .anyMatch(word -> keys.stream().anyMatch(key -> joined(run, word, key)));
  }

  private static boolean joined(String run, String owner, String key) {
    return follows(run, owner, key) || follows(run, key, owner);
  }

  private static boolean follows(String run, String first, String second) {
    int between = run.length() - first.length() - second.length();
    return between >= 0
        && run.startsWith(first)
        && run.endsWith(second)
        && JOINTS.contains(run.substring(first.length(), first.length() + between));
  }
}
