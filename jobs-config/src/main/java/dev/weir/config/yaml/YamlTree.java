package dev.weir.config.yaml;

import dev.weir.config.problem.Location;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.YamlNode.Entry;
import dev.weir.config.yaml.YamlNode.Kind;
import dev.weir.config.yaml.YamlNode.YamlList;
import dev.weir.config.yaml.YamlNode.YamlMap;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Turns the parser's nodes into ours, and refuses what plain data does not have. */
final class YamlTree {

  private static final int MAX_DEPTH = 64;

  private final String file;
  private final Problems problems;
  private int depth;

  YamlTree(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Empty if the node nests too deeply or into itself; the problem is noted. */
  Optional<YamlNode> convert(Node node) {
    if (depth >= MAX_DEPTH || node.isRecursive()) {
      problems.add(
          YamlRule.YAML_SYNTAX, at(node), "", "This nests more than 64 levels deep", "Flatten it");
      return Optional.empty();
    }
    depth++;
    YamlNode converted =
        switch (node.getNodeType()) {
          case MAPPING -> map((MappingNode) node);
          case SEQUENCE -> list((SequenceNode) node);
          default -> scalar((ScalarNode) node);
        };
    depth--;
    return Optional.of(converted);
  }

  private YamlMap map(MappingNode node) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      Node key = tuple.getKeyNode();
      if (!(key instanceof ScalarNode name)) {
        problems.add(YamlRule.YAML_SYNTAX, at(key), "", "A key must be a word", "");
      } else if (entries.containsKey(name.getValue())) {
        problems.add(
            YamlRule.DUPLICATE_KEY,
            at(key),
            name.getValue(),
            "This key stands twice in one block",
            "Leave one of them");
      } else {
        convert(tuple.getValueNode())
            .ifPresent(value -> entries.put(name.getValue(), new Entry(at(key), value)));
      }
    }
    return new YamlMap(at(node), entries);
  }

  private YamlList list(SequenceNode node) {
    List<YamlNode> items = new ArrayList<>();
    node.getValue().forEach(item -> convert(item).ifPresent(items::add));
    return new YamlList(at(node), items);
  }

  private YamlScalar scalar(ScalarNode node) {
    return new YamlScalar(at(node), kind(node.getTag()), node.getValue());
  }

  private static Kind kind(Tag tag) {
    if (tag.equals(Tag.INT)) {
      return Kind.INTEGER;
    } else if (tag.equals(Tag.FLOAT)) {
      return Kind.NUMBER;
    } else if (tag.equals(Tag.BOOL)) {
      return Kind.BOOLEAN;
    }
    return tag.equals(Tag.NULL) ? Kind.NULL : Kind.STRING;
  }

  private Location at(Node node) {
    return node.getStartMark()
        .map(mark -> new Location(file, mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(Location.start(file));
  }
}
