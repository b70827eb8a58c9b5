package dev.weir.config.document;

import dev.weir.config.problem.Location;
import dev.weir.config.problem.Problems;
import dev.weir.config.problem.Rule;
import dev.weir.config.yaml.DocumentPath;
import dev.weir.config.yaml.DocumentPath.Item;
import dev.weir.config.yaml.DocumentPath.Key;
import dev.weir.config.yaml.DocumentPath.Step;
import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.Entry;
import dev.weir.config.yaml.YamlNode.YamlList;
import dev.weir.config.yaml.YamlNode.YamlMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that could be read as what it says it is.
 *
 * @param file as the user named it; paths in it are relative to its directory
 * @param root what stands in it; in a file with problems, as it is most likely meant
 */
public record Document<T>(Path file, YamlNode root, T value) {

  /** Where a file that this one names is. */
  public Path resolve(String named) {
    return file.resolveSibling(named);
  }

  /** Whether what is named is a file, and no directory, that may be read. */
  public boolean hasFile(String named) {
    Path file = resolve(named);
    return Files.isRegularFile(file) && Files.isReadable(file);
  }

  /** Notes a problem at a part of the document. */
  public void problem(
      Problems problems, Rule rule, DocumentPath path, String message, String mend) {
    problems.add(rule, at(path), path.toString(), message, mend);
  }

  /**
   * Where a part stands: a key's own place for what is under a key. For a part that is not there,
   * the nearest part around it.
   */
  public Location at(DocumentPath path) {
    YamlNode node = root;
    Location at = root.location();
    for (Step step : path.steps()) {
      if (step instanceof Key key
          && node instanceof YamlMap map
          && map.entries().containsKey(key.name())) {
        Entry entry = Objects.requireNonNull(map.entries().get(key.name()));
        at = entry.keyLocation();
        node = entry.value();
      } else if (step instanceof Item item
          && node instanceof YamlList list
          && item.index() < list.items().size()) {
        node = list.items().get(item.index());
        at = node.location();
      } else {
        break;
      }
    }
    return at;
  }
}
