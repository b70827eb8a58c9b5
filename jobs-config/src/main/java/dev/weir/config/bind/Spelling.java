package dev.weir.config.bind;

import dev.weir.config.problem.DidYouMean;
import dev.weir.config.yaml.YamlNode.Entry;
import dev.weir.config.yaml.YamlNode.YamlMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keys and words that their writer most likely misspelt. Each is noted once and then put right, so
 * that what it stands for is judged in the same round.
 */
final class Spelling {

  private Spelling() {}

  /** The word that is meant; what is written if it is one of them, or near none. */
  static String word(Part part, Collection<String> words, String written) {
    if (words.contains(written)) {
      return written;
    }
    String near = DidYouMean.among(words, written).orElse(written);
    if (!near.equals(written)) {
      unknown(part, words, written);
    }
    return near;
  }

  /** Notes a word that is none of them. */
  static void unknown(Part part, Collection<String> words, String written) {
    part.note(
        BindRule.UNKNOWN_WORD,
        "The language does not know this word here",
        DidYouMean.mend(words, written));
  }

  /**
   * The block with keys that are unknown, and near a wanted one that is not there, put right.
   *
   * @param known keys that may stand there
   * @param wanted those among them that an unknown one may be taken for
   * @param message of the problem
   */
  static YamlMap keys(
      Part part, YamlMap map, Collection<String> known, Collection<String> wanted, String message) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (name, entry) -> {
              String near = known.contains(name) ? name : near(name, known);
              boolean free = !map.entries().containsKey(near) && !entries.containsKey(near);
              if (free && wanted.contains(near)) {
                unknown(part, known, name, entry, message);
                entries.put(near, entry);
              } else {
                entries.put(name, entry);
              }
            });
    return new YamlMap(map.location(), entries);
  }

  private static String near(String name, Collection<String> known) {
    return DidYouMean.among(known, name).orElse(name);
  }

  /** Notes a key that is none of them. */
  static void unknown(
      Part part, Collection<String> known, String name, Entry entry, String message) {
    unknown(part, name, entry, message, DidYouMean.mend(known, name));
  }

  /** Notes a key that may not stand there. */
  static void unknown(Part part, String name, Entry entry, String message, String mend) {
    part.problems()
        .add(
            BindRule.UNKNOWN_KEY,
            entry.keyLocation(),
            part.path().key(name).toString(),
            message,
            mend);
  }
}
