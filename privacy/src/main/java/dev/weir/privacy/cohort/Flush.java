package dev.weir.privacy.cohort;

import dev.weir.privacy.cluster.Cuts;
import dev.weir.privacy.cluster.Groups;
import dev.weir.privacy.cluster.KMember;
import dev.weir.privacy.cohort.Outcome.Reason;
import dev.weir.privacy.crowd.Crowd;
import dev.weir.privacy.crowd.Shortfall;
import java.util.List;

/** Decides those who wait: all who find a crowd now, and every row whose time is up. */
final class Flush {

  private final Region region;
  private final CohortState state;
  private final Homes homes;
  private final Turn turn;
  private final Forming forming;
  private final Crowd everybody;

  Flush(Region region, Homes homes, Turn turn) {
    this.region = region;
    this.state = region.state();
    this.homes = homes;
    this.turn = turn;
    this.everybody = state.everybody().copy();
    Newcomers.of(state, homes).forEach(newcomer -> everybody.join(newcomer.values()));
    this.forming = new Forming(region, homes, turn, everybody);
  }

  void run() {
    new Revival(region, homes, forming, everybody).run();
    members();
    Newcomers.byMissing(Newcomers.of(state, homes)).forEach(this::settle);
    int most = region.policy().tuning().largestCrowd();
    state.meta().flushAt(Math.max(most, 2 * state.waiting().people())); // else each row would group
    state.saveMeta();
  }

  /** Rows that waited because their cohort was not what it must be. */
  private void members() {
    List.copyOf(state.waiting().all()).forEach(this::member);
  }

  /** A row whose person has a home for it leaves, or is suppressed if its time is up. */
  private void member(Waiting row) {
    Memberships memberships = state.memberships(row.row().subject());
    Membership home = homes.home(memberships, row.row().point());
    if (home != null) {
      Shortfall lacks = homes.release(row, memberships, home, turn, everybody);
      if (lacks == null) {
        state.waiting().remove(row);
      } else {
        suppressIfDue(row, lacks == Shortfall.PEOPLE ? Reason.CROWD_GONE : Reason.NOT_DIVERSE);
      }
    }
  }

  /** Whether the same person's other rows have just brought a home. */
  private boolean isHome(Newcomer newcomer) {
    boolean home = homes.home(state.memberships(newcomer.subject()), newcomer.point()) != null;
    if (home) {
      newcomer.rows().forEach(this::member);
    }
    return home;
  }

  /** One person counts once in a crowd; who waits with two sets of values takes part in two. */
  private void settle(List<Newcomer> newcomers) {
    while (!newcomers.isEmpty()) {
      List<Newcomer> round = Newcomers.takeOnePerPerson(newcomers);
      if (round.size() < region.k()) {
        round.forEach(newcomer -> settleAlone(newcomer, Reason.NO_CROWD));
      } else {
        int blocks = region.policy().tuning().largestBlock();
        Cuts.parts(region.space(), round, Newcomer::point, blocks, 2 * region.k())
            .forEach(this::group);
      }
      newcomers.removeIf(this::isHome);
    }
  }

  private void group(List<Newcomer> block) {
    Groups groups =
        KMember.groups(
            region.space(),
            block.stream().map(Newcomer::member).toList(),
            region.policy().guarantee(),
            everybody);
    for (List<Integer> group : groups.groups()) {
      List<Newcomer> undecided = forming.form(group.stream().map(block::get).toList());
      undecided.forEach(newcomer -> settleAlone(newcomer, Reason.NOT_DIVERSE));
    }
    groups.leftOver().forEach(left -> settleAlone(block.get(left), Reason.NOT_DIVERSE));
  }

  /** Waits on if there is time; else any cohort that covers it is better than nothing. */
  private void settleAlone(Newcomer newcomer, Reason reason) {
    if (turn.isDue(newcomer.rows().get(0)) && !forming.joinAny(newcomer)) {
      newcomer.rows().forEach(row -> suppressIfDue(row, reason));
    }
  }

  private void suppressIfDue(Waiting row, Reason reason) {
    if (turn.isDue(row)) {
      state.waiting().remove(row);
      turn.suppress(row, reason);
    }
  }
}
