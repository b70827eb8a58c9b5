package dev.weir.config.document;

import dev.weir.config.bind.Part;
import dev.weir.config.problem.DidYouMean;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.Entry;
import dev.weir.config.yaml.YamlNode.YamlMap;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a file is, by its {@code kind}. */
enum FileKind {
  PRODUCT("DataContract"),
  AGREEMENT("SharingAgreement"),
  GATEWAY("Gateway"),
  PRICE_BOOK("PriceBook");

  private static final String KEY = "kind";

  private final String word;

  FileKind(String word) {
    this.word = word;
  }

  /**
   * What the file says that it is, or most likely means.
   *
   * @return empty if it says nothing, or what is near no kind; every problem is noted
   * @param asked the kinds that it may be
   */
  static Optional<FileKind> of(YamlNode root, Set<FileKind> asked, Problems problems) {
    YamlNode kind = kind(root);
    String written = kind instanceof YamlScalar scalar ? scalar.text() : "";
    Optional<FileKind> found = ofWord(written);
    if (found.isEmpty()) {
      problems.add(
          FileRule.UNKNOWN_KIND,
          kind == null ? root.location() : kind.location(),
          KEY,
          kind == null ? "The file does not say what it is" : "There is no such kind of file",
          DidYouMean.mend(words(), written));
      found = DidYouMean.among(words(), written).flatMap(FileKind::ofWord);
    }
    return found.filter(is -> asked.contains(is) || noGateway(root, problems));
  }

  private static Optional<FileKind> ofWord(String word) {
    return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /** What stands under the key, or under the one that is likely meant; null: nothing. */
  private static @Nullable YamlNode kind(YamlNode root) {
    return root instanceof YamlMap map
        ? DidYouMean.among(map.entries().keySet(), KEY).map(map::get).orElse(null)
        : null;
  }

  /** The file with the word of its kind, if it has another under that key. */
  YamlNode saidBy(YamlNode root) {
    if (!(root instanceof YamlMap map)) {
      return root;
    }
    Map<String, Entry> entries = new LinkedHashMap<>(map.entries());
    entries.computeIfPresent(
        KEY, (key, entry) -> entry.holding(YamlScalar.text(entry.value().location(), word)));
    return new YamlMap(map.location(), entries);
  }

  /** Where not every kind may be, a gateway is asked for; notes it. */
  private static boolean noGateway(YamlNode root, Problems problems) {
    problems.add(
        FileRule.NO_GATEWAY,
        Part.root(root, problems).key(KEY).node().location(),
        KEY,
        "This file is no gateway",
        "Name a file of kind: Gateway");
    return false;
  }

  private static List<String> words() {
    return Stream.of(values()).map(kind -> kind.word).toList();
  }
}
