package dev.weir.local.draft.role;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a field's name: {@code dateOfBirth}, {@code DATE_OF_BIRTH} and {@code date-of-birth}
 * have the same ones. Accents are taken away.
 */
record NameWords(List<String> words) {

  private static final Pattern BETWEEN =
      Pattern.compile(
          "[^\\p{L}\\p{N}]+"
              + "|(?<=\\p{Ll})(?=\\p{Lu})"
              + "|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"
              + "|(?<=\\p{L})(?=\\p{N})"
              + "|(?<=\\p{N})(?=\\p{L})");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  NameWords {
    words = List.copyOf(words);
  }

  static NameWords of(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN.split(plain.replace("ß", "ss").replace("ø", "o"))) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return new NameWords(words);
  }

  /** Every word, and every few words in a row written together. */
  Set<String> runs() {
    Set<String> runs = new LinkedHashSet<>();
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= words.size(); to++) {
        runs.add(String.join("", words.subList(from, to)));
      }
    }
    return runs;
  }

  /** Those that the name ends with. */
  Set<String> endings() {
    Set<String> endings = new LinkedHashSet<>();
    for (int from = 0; from < words.size(); from++) {
      endings.add(String.join("", words.subList(from, words.size())));
    }
    return endings;
  }

  /** The whole name in one word; empty if it has none. */
  String whole() {
    return String.join("", words);
  }

  /** This name after the words of what it stands in. */
  NameWords in(NameWords above) {
    List<String> all = new ArrayList<>(above.words);
    all.addAll(words);
    return new NameWords(all);
  }
}
