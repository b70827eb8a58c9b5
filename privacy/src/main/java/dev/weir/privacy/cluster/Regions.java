package dev.weir.privacy.cluster;

import dev.weir.privacy.generalize.Codes;
import dev.weir.privacy.generalize.Space;
import java.util.ArrayList;
import java.util.List;

/**
 * A fixed tree of cuts that splits a space into regions, each of which forms its cohorts by itself.
 * Who has the same quasi-identifiers is in the same region, whoever they are.
 */
public final class Regions {

  private final List<Node> nodes = new ArrayList<>();

  /**
   * Either a cut with two children or, with children of -1, a region.
   *
   * @param region its number, from 0
   */
  private record Node(Cut cut, int below, int above, int region) {}

  private static final Cut NONE = new Cut(-1, 0);

  private Regions() {}

  /**
   * Cuts the part with most points of a sample in two, again and again.
   *
   * @param count at most so many regions; fewer if the points cannot be told apart
   */
  public static Regions cut(Space space, List<Codes> sample, int count) {
    Regions regions = new Regions();
    List<List<Codes>> parts = new ArrayList<>(List.of(sample));
    regions.nodes.add(new Node(NONE, -1, -1, 0));
    while (parts.size() < count && regions.cutLargest(space, parts)) {}
    return regions;
  }

  /** Parts have the numbers of their regions. */
  private boolean cutLargest(Space space, List<List<Codes>> parts) {
    List<Integer> bySize = new ArrayList<>();
    for (int region = 0; region < parts.size(); region++) {
      bySize.add(region);
    }
    bySize.sort((one, other) -> parts.get(other).size() - parts.get(one).size());
    for (int region : bySize) {
      Cut cut = parts.get(region).isEmpty() ? null : Cut.best(space, parts.get(region), 1);
      if (cut != null) {
        split(parts, region, cut);
        return true;
      }
    }
    return false;
  }

  private void split(List<List<Codes>> parts, int region, Cut cut) {
    List<Codes> part = parts.get(region);
    parts.set(region, part.stream().filter(cut::isBelow).toList());
    parts.add(part.stream().filter(point -> !cut.isBelow(point)).toList());
    int leaf = 0;
    while (nodes.get(leaf).below() >= 0 || nodes.get(leaf).region() != region) {
      leaf++;
    }
    nodes.set(leaf, new Node(cut, nodes.size(), nodes.size() + 1, -1));
    nodes.add(new Node(NONE, -1, -1, region));
    nodes.add(new Node(NONE, -1, -1, parts.size() - 1));
  }

  /** From 0. */
  public int region(Codes point) {
    Node node = nodes.get(0);
    while (node.below() >= 0) {
      node = nodes.get(node.cut().isBelow(point) ? node.below() : node.above());
    }
    return node.region();
  }

  public int count() {
    return (nodes.size() + 1) / 2;
  }
}
