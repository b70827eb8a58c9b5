package dev.weir.config.bind;

import dev.weir.config.problem.Problems;
import dev.weir.config.problem.Rule;
import dev.weir.config.yaml.DocumentPath;
import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.YamlList;
import dev.weir.config.yaml.YamlNode.YamlMap;
import dev.weir.config.yaml.YamlNode.YamlScalar;

/**
 * A part of a document that is being read.
 *
 * @param path from the document's root
 * @param problems where what is wrong with it goes
 */
public record Part(YamlNode node, DocumentPath path, Problems problems) {

  /** A whole document. */
  public static Part root(YamlNode node, Problems problems) {
    return new Part(node, DocumentPath.ROOT, problems);
  }

  /** The same place, with something else there. */
  Part holding(YamlNode other) {
    return new Part(other, path, problems);
  }

  /** Notes a problem at this place. */
  public void note(Rule rule, String message, String mend) {
    problems.add(rule, node.location(), path.toString(), message, mend);
  }

  /** What stands under a key; this part itself if there is no such key. */
  public Part key(String name) {
    YamlNode value = node instanceof YamlMap map ? map.get(name) : null;
    return value == null ? this : below(name, value);
  }

  /** An item of this list, from 0; this part itself if there is no such item. */
  public Part item(int index) {
    boolean there = node instanceof YamlList list && index < list.items().size();
    return there ? item(index, ((YamlList) node).items().get(index)) : this;
  }

  /** What stands under a key of that name here. */
  Part below(String name, YamlNode value) {
    return new Part(value, path.key(name), problems);
  }

  /** An item of this list, from 0. */
  Part item(int index, YamlNode item) {
    return new Part(item, path.item(index), problems);
  }

  /** What stands here, in words; never the value. */
  public String kind() {
    if (node instanceof YamlMap) {
      return "a block of keys";
    } else if (node instanceof YamlList) {
      return "a list";
    }
    return switch (((YamlScalar) node).kind()) {
      case STRING -> "a text";
      case INTEGER -> "a whole number";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case NULL -> "nothing";
    };
  }

  void wrongType(String asked) {
    note(BindRule.WRONG_TYPE, "Here stands " + kind(), "Write " + asked);
  }
}
