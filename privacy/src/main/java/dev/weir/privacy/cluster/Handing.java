package dev.weir.privacy.cluster;

import dev.weir.privacy.crowd.Crowd;
import dev.weir.privacy.crowd.Guarantee;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Hands members to the groups where they add least to what all lose. */
final class Handing {

  private final List<Group> groups;
  private final Guarantee guarantee;
  private final Crowd everybody;

  Handing(List<Group> groups, Guarantee guarantee, Crowd everybody) {
    this.groups = groups;
    this.guarantee = guarantee;
    this.everybody = everybody;
  }

  /** False if no group can take it. */
  boolean place(int member) {
    int best = cheapest(groups, member, Integer.MAX_VALUE);
    if (best >= 0) {
      groups.get(best).add(member);
    }
    return best >= 0;
  }

  /** Visits the quarter of groups that lose most, worst first. */
  void dissolveWorst() {
    List<Group> worst = new ArrayList<>(groups);
    worst.sort(Comparator.comparingDouble(Group::loss).reversed());
    worst.subList(0, groups.size() / 4).forEach(this::dissolve);
  }

  /** If handing its members one by one to groups below 2k - 1 costs less than it does. */
  private void dissolve(Group group) {
    if (!groups.contains(group)) {
      return; // it took somebody in and is another one now
    }
    List<Group> others = new ArrayList<>(groups);
    others.remove(group);
    double added = 0;
    for (int member : group.members()) {
      int best = cheapest(others, member, 2 * guarantee.k() - 1);
      if (best < 0) {
        return;
      }
      added += others.get(best).addedBy(member);
      Group taking = others.get(best).copy();
      taking.add(member);
      others.set(best, taking);
      if (added >= group.totalLoss()) {
        return;
      }
    }
    groups.clear();
    groups.addAll(others);
  }

  private int cheapest(List<Group> among, int member, int below) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int at = 0; at < among.size(); at++) {
      Group group = among.get(at);
      double added = group.size() < below ? group.addedBy(member) : Double.POSITIVE_INFINITY;
      if (added < least && stays(group, member)) {
        least = added;
        best = at;
      }
    }
    return best;
  }

  private boolean stays(Group group, int member) {
    if (!guarantee.looksAtValues()) {
      return true;
    }
    Group with = group.copy();
    with.add(member);
    return guarantee.shortfall(with.crowd(), everybody) == null;
  }
}
