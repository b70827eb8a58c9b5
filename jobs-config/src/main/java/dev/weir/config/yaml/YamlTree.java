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

  YamlTree(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Empty if the node nests too deeply or into itself; the problem is noted. */
  Optional<YamlNode> convert(Node node) {
    return convert(node, DocumentPath.ROOT);
  }

  private Optional<YamlNode> convert(Node node, DocumentPath path) {
    if (path.steps().size() >= MAX_DEPTH || node.isRecursive()) {
      note(YamlRule.YAML_SYNTAX, node, path, "This nests more than 64 levels deep", "Flatten it");
      return Optional.empty();
    }
    return Optional.of(
        switch (node.getNodeType()) {
          case MAPPING -> map((MappingNode) node, path);
          case SEQUENCE -> list((SequenceNode) node, path);
          default -> scalar((ScalarNode) node);
        });
  }

  private void note(YamlRule rule, Node node, DocumentPath path, String message, String mend) {
    problems.add(rule, at(node), path.toString(), message, mend);
  }

  private YamlMap map(MappingNode node, DocumentPath path) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      Node key = tuple.getKeyNode();
      if (!(key instanceof ScalarNode name)) {
        note(YamlRule.YAML_SYNTAX, key, path, "A key must be a word", "");
      } else if (entries.containsKey(name.getValue())) {
        note(
            YamlRule.DUPLICATE_KEY,
            key,
            path.key(name.getValue()),
            "This key stands twice in one block",
            "Leave one of them");
      } else {
        convert(tuple.getValueNode(), path.key(name.getValue()))
            .ifPresent(value -> entries.put(name.getValue(), new Entry(at(key), value)));
      }
    }
    return new YamlMap(at(node), entries);
  }

  private YamlList list(SequenceNode node, DocumentPath path) {
    List<YamlNode> items = new ArrayList<>();
    List<Node> nodes = node.getValue();
    for (int i = 0; i < nodes.size(); i++) {
      convert(nodes.get(i), path.item(i)).ifPresent(items::add);
    }
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
