package dev.weir.privacy.generalize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers the leaves of checked lines so that the leaves under a label follow each other. */
final class HierarchyTree {

  private final List<Hierarchy.Node> nodes = new ArrayList<>();
  private int leaves;

  private HierarchyTree() {}

  static Hierarchy of(List<HierarchyLine> lines) {
    HierarchyTree tree = new HierarchyTree();
    tree.add(lines, lines.get(0).levels() - 1, -1);
    return new Hierarchy(tree.nodes, tree.leaves);
  }

  /** The nodes of one level of these lines, in the order of the file, each with those below it. */
  private void add(List<HierarchyLine> lines, int level, int parent) {
    Map<String, List<HierarchyLine>> labels = new LinkedHashMap<>();
    for (HierarchyLine line : lines) {
      labels.computeIfAbsent(line.cells().get(level), label -> new ArrayList<>()).add(line);
    }
    labels.forEach((label, below) -> addNode(label, below, level, parent));
  }

  private void addNode(String label, List<HierarchyLine> below, int level, int parent) {
    int node = nodes.size();
    int first = leaves;
    nodes.add(new Hierarchy.Node(label, parent, first, first + below.size() - 1));
    if (level == 0) {
      leaves++;
    } else {
      add(below, level - 1, node);
    }
  }
}
