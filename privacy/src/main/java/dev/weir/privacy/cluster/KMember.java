package dev.weir.privacy.cluster;

import dev.weir.privacy.crowd.Crowd;
import dev.weir.privacy.crowd.Guarantee;
import dev.weir.privacy.generalize.Space;
import java.util.ArrayList;
import java.util.List;

/**
 * Greedy k-member: a group begins with the member farthest from the last one added and takes those
 * that widen its box least, until the guarantee holds. Where it asks for values, the last places
 * are for those that bring them.
 */
public final class KMember {

  private final Block block;
  private final Guarantee guarantee;
  private final Crowd everybody;
  private final Free free;
  private final List<Group> groups = new ArrayList<>();
  private final List<Integer> rest = new ArrayList<>();
  private int last;

  private KMember(Block block, Guarantee guarantee, Crowd everybody) {
    this.block = block;
    this.guarantee = guarantee;
    this.everybody = everybody;
    this.free = new Free(block.size());
  }

  /**
   * @param members distinct people, with the same values missing
   * @param everybody what closeness is measured against
   */
  public static Groups groups(
      Space space, List<Member> members, Guarantee guarantee, Crowd everybody) {
    Block block = new Block(space, members);
    return new KMember(block, guarantee, everybody).run();
  }

  private Groups run() {
    while (free.size() >= guarantee.k()) {
      grow(new Group(block, free.take(farthest()), everybody.fields()));
    }
    while (free.size() > 0) {
      rest.add(free.take(0));
    }
    Handing handing = new Handing(groups, guarantee, everybody);
    List<Integer> leftOver = rest.stream().filter(member -> !handing.place(member)).toList();
    handing.dissolveWorst();
    return new Groups(groups.stream().map(Group::members).toList(), leftOver);
  }

  private int farthest() {
    int farthest = 0;
    double most = -1;
    for (int at = 0; at < free.size(); at++) {
      double loss = block.lossBetween(last, free.get(at));
      if (loss > most) {
        most = loss;
        farthest = at;
      }
    }
    return farthest;
  }

  private void grow(Group group) {
    while (guarantee.shortfall(group.crowd(), everybody) != null) {
      int next = next(group);
      if (next < 0) {
        rest.addAll(group.members()); // nobody is left who could help it
        return;
      }
      group.add(free.take(next));
    }
    last = group.members().get(group.size() - 1);
    groups.add(group);
  }

  private int next(Group group) {
    int after = group.size() + guarantee.valuesMissing(group.crowd());
    boolean picky = guarantee.looksAtValues() && after >= guarantee.k();
    int helping = picky ? nearest(group, true) : -1;
    return helping >= 0 || group.size() >= guarantee.k() ? helping : nearest(group, false);
  }

  private int nearest(Group group, boolean helping) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int at = 0; at < free.size(); at++) {
      double loss = group.lossWith(free.get(at), least);
      if (loss < least && (!helping || helps(group, free.get(at)))) {
        least = loss;
        nearest = at;
      }
    }
    return nearest;
  }

  private boolean helps(Group group, int member) {
    return guarantee.isHelpedBy(block.member(member).values(), group.crowd(), everybody);
  }
}
