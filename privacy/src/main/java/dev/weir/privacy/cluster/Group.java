package dev.weir.privacy.cluster;

import dev.weir.privacy.crowd.Crowd;
import java.util.ArrayList;
import java.util.List;

/** A group while it is built: its members and the smallest box around them. */
final class Group {

  private final Block block;
  private final int[] low;
  private final int[] high;
  private final Crowd crowd;
  private final List<Integer> members = new ArrayList<>();
  private double loss;

  Group(Block block, int first, int sensitiveFields) {
    this.block = block;
    this.crowd = new Crowd(sensitiveFields);
    this.low = new int[block.dimensions()];
    this.high = new int[block.dimensions()];
    for (int axis = 0; axis < low.length; axis++) {
      low[axis] = block.rank(first, axis);
      high[axis] = low[axis];
    }
    add(first);
  }

  private Group(Group other) {
    this.block = other.block;
    this.crowd = other.crowd.copy();
    this.low = other.low.clone();
    this.high = other.high.clone();
    this.members.addAll(other.members);
    this.loss = other.loss;
  }

  Group copy() {
    return new Group(this);
  }

  void add(int member) {
    for (int axis = 0; axis < low.length; axis++) {
      low[axis] = Math.min(low[axis], block.rank(member, axis));
      high[axis] = Math.max(high[axis], block.rank(member, axis));
    }
    loss = block.lossWith(member, low, high, Double.POSITIVE_INFINITY);
    members.add(member);
    crowd.join(block.member(member).values());
  }

  double lossWith(int member, double bound) {
    return block.lossWith(member, low, high, bound);
  }

  /** What all its members lose more if this one joins, its own loss included. */
  double addedBy(int member) {
    double with = lossWith(member, Double.POSITIVE_INFINITY);
    return (size() + 1) * with - size() * loss;
  }

  double loss() {
    return loss;
  }

  double totalLoss() {
    return size() * loss;
  }

  int size() {
    return members.size();
  }

  Crowd crowd() {
    return crowd;
  }

  List<Integer> members() {
    return members;
  }
}
