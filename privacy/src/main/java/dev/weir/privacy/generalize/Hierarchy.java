package dev.weir.privacy.generalize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A tree of labels over leaves that are numbered depth first. Made by {@link HierarchyFile}. */
public final class Hierarchy {

  private final List<Node> nodes;
  private final Map<String, Integer> leaves = new HashMap<>();
  private final int[] nodeOfLeaf;

  /**
   * @param parent its number among the nodes; -1 for the root
   * @param first the first leaf under it
   * @param last the last leaf under it
   */
  record Node(String label, int parent, int first, int last) {}

  /** Nodes in any order in which a leaf's own node comes after its parents. */
  Hierarchy(List<Node> nodes, int leafCount) {
    this.nodes = List.copyOf(nodes);
    this.nodeOfLeaf = new int[leafCount];
    for (int node = 0; node < nodes.size(); node++) {
      if (nodes.get(node).first() == nodes.get(node).last()) {
        nodeOfLeaf[nodes.get(node).first()] = node; // of a chain the last one is the leaf
      }
    }
    for (int leaf = 0; leaf < leafCount; leaf++) {
      leaves.put(nodes.get(nodeOfLeaf[leaf]).label(), leaf);
    }
  }

  public int leafCount() {
    return nodeOfLeaf.length;
  }

  OptionalLong leaf(String label) {
    Integer leaf = leaves.get(label);
    return leaf == null ? OptionalLong.empty() : OptionalLong.of(leaf);
  }

  /** The leaves under a label; of several nodes of that label, of the highest. */
  public Optional<Span> under(String label) {
    return nodes.stream()
        .filter(node -> node.label().equals(label))
        .map(node -> new Span(node.first(), node.last()))
        .findFirst();
  }

  /** The lowest node over both leaves. */
  int around(int low, int high) {
    int node = nodeOfLeaf[low];
    while (nodes.get(node).last() < high) {
      node = nodes.get(node).parent();
    }
    return node;
  }

  /** (leaves under the node - 1) / (all leaves - 1). */
  double loss(int node) {
    int all = leafCount();
    return all == 1 ? 0 : (last(node) - first(node)) / (all - 1.0);
  }

  int first(int node) {
    return nodes.get(node).first();
  }

  int last(int node) {
    return nodes.get(node).last();
  }

  String label(int node) {
    return nodes.get(node).label();
  }
}
