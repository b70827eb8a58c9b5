package dev.weir.privacy.generalize;

import java.util.OptionalLong;

/** A value hierarchy as an axis; codes are the numbers of leaves, depth first. */
public record Tree(Hierarchy hierarchy) implements Axis {

  /** The code of a leaf; empty if the hierarchy lacks it. */
  public OptionalLong code(String leaf) {
    return hierarchy.leaf(leaf);
  }

  @Override
  public double loss(long low, long high) {
    return hierarchy.loss(hierarchy.around((int) low, (int) high));
  }

  @Override
  public long from(long low, long high) {
    return hierarchy.first(hierarchy.around((int) low, (int) high));
  }

  @Override
  public long to(long low, long high) {
    return hierarchy.last(hierarchy.around((int) low, (int) high));
  }

  @Override
  public Shown shown(long from, long to) {
    return new Shown.Text(hierarchy.label(hierarchy.around((int) from, (int) to)));
  }
}
