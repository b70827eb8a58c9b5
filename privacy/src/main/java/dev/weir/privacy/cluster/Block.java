package dev.weir.privacy.cluster;

import dev.weir.privacy.generalize.Space;
import java.util.List;

/** The members as ranks on each axis. */
final class Block {

  private final List<Member> members;
  private final RankedAxis[] axes;
  private final int[] ranks; // member by member

  Block(Space space, List<Member> members) {
    this.members = members;
    this.axes = new RankedAxis[space.size()];
    this.ranks = new int[members.size() * space.size()];
    for (int axis = 0; axis < axes.length; axis++) {
      axes[axis] = new RankedAxis(space, axis, members);
      for (int member = 0; member < members.size(); member++) {
        ranks[member * axes.length + axis] = axes[axis].rank(members.get(member).point().get(axis));
      }
    }
  }

  int size() {
    return members.size();
  }

  int dimensions() {
    return axes.length;
  }

  Member member(int member) {
    return members.get(member);
  }

  int rank(int member, int axis) {
    return ranks[member * axes.length + axis];
  }

  /** Of the box around two members. */
  double lossBetween(int one, int other) {
    double loss = 0;
    for (int axis = 0; axis < axes.length; axis++) {
      int a = rank(one, axis);
      int b = rank(other, axis);
      loss += a < b ? axes[axis].loss(a, b) : axes[axis].loss(b, a);
    }
    return loss;
  }

  /**
   * Of the box that a member would widen this one to; if it is not below the bound, some number
   * that is not below it either.
   */
  double lossWith(int member, int[] low, int[] high, double bound) {
    double loss = 0;
    int at = member * axes.length;
    for (int axis = 0; axis < axes.length && loss < bound; axis++) {
      int rank = ranks[at + axis];
      loss += axes[axis].loss(Math.min(low[axis], rank), Math.max(high[axis], rank));
    }
    return loss;
  }
}
