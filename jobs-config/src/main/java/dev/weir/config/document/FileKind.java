package dev.weir.config.document;

import dev.weir.config.bind.Part;
import dev.weir.config.problem.DidYouMean;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.YamlMap;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a file is, by its {@code kind}. */
enum FileKind {
  PRODUCT("DataContract"),
  AGREEMENT("SharingAgreement"),
  GATEWAY("Gateway"),
  PRICE_BOOK("PriceBook");

  private final String word;

  FileKind(String word) {
    this.word = word;
  }

  /**
   * Empty if the file does not say, or says something else; then the problem is noted.
   *
   * @param asked the kinds that it may be
   */
  static Optional<FileKind> of(YamlNode root, Set<FileKind> asked, Problems problems) {
    YamlNode kind = root instanceof YamlMap map ? map.get("kind") : null;
    String written = kind instanceof YamlScalar scalar ? scalar.text() : "";
    Optional<FileKind> found = Stream.of(values()).filter(k -> k.word.equals(written)).findFirst();
    if (found.isEmpty()) {
      problems.add(
          FileRule.UNKNOWN_KIND,
          kind == null ? root.location() : kind.location(),
          "kind",
          kind == null ? "The file does not say what it is" : "There is no such kind of file",
          DidYouMean.mend(words(), written));
    }
    return found.filter(is -> asked.contains(is) || noGateway(root, problems));
  }

  /** Where not every kind may be, a gateway is asked for; notes it. */
  private static boolean noGateway(YamlNode root, Problems problems) {
    problems.add(
        FileRule.NO_GATEWAY,
        Part.root(root, problems).key("kind").node().location(),
        "kind",
        "This file is no gateway",
        "Name a file of kind: Gateway");
    return false;
  }

  private static List<String> words() {
    return Stream.of(values()).map(kind -> kind.word).toList();
  }
}
