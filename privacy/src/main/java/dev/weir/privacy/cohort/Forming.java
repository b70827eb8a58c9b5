package dev.weir.privacy.cohort;

import dev.weir.privacy.crowd.Crowd;
import dev.weir.privacy.crowd.Shortfall;
import dev.weir.privacy.generalize.Box;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes cohorts of groups, and lets those who found one leave. */
final class Forming {

  private final Region region;
  private final CohortState state;
  private final Homes homes;
  private final Turn turn;
  private final Crowd everybody;

  Forming(Region region, Homes homes, Turn turn, Crowd everybody) {
    this.region = region;
    this.state = region.state();
    this.homes = homes;
    this.turn = turn;
    this.everybody = everybody;
  }

  /** Returns those who are not decided: all of a group that is not what it must be, or nobody. */
  List<Newcomer> form(List<Newcomer> group) {
    boolean singly = region.isStable() && !region.policy().paced();
    List<Newcomer> rest = singly ? leaveForCheaper(group) : group;
    Crowd crowd = crowd(rest);
    if (rest.isEmpty() || isShort(crowd)) {
      return rest;
    }
    found(rest, crowd);
    return List.of();
  }

  private boolean isShort(Crowd crowd) {
    Shortfall lacks = region.policy().guarantee().shortfall(crowd, everybody);
    if (lacks != null) {
      region.shortfalls().count(lacks);
    }
    return lacks != null;
  }

  private Crowd crowd(List<Newcomer> people) {
    Crowd crowd = new Crowd(region.policy().sensitiveFields());
    people.forEach(newcomer -> crowd.join(newcomer.values()));
    return crowd;
  }

  private void found(List<Newcomer> people, Crowd crowd) {
    Box box = Around.box(region.space(), people);
    long number = state.meta().takeCohortNumber();
    List<Subject> founders = people.stream().map(Newcomer::subject).toList();
    CohortId id = CohortId.of(region.context(), number, box, founders);
    Cohort cohort = new Cohort(number, id, box, region.space().loss(box), crowd);
    if (region.isStable()) {
      state.add(cohort);
      state.meta().remember(cohort.loss(), region.policy().tuning().memory());
    }
    people.forEach(newcomer -> settle(newcomer, cohort, false));
  }

  /** The rest stays a crowd, or nobody does. */
  private List<Newcomer> leaveForCheaper(List<Newcomer> group) {
    Map<Newcomer, Cohort> cheaper = cheaper(group);
    boolean all = cheaper.size() == group.size() && !region.policy().guarantee().looksAtValues();
    List<Newcomer> rest = new ArrayList<>(group);
    for (Map.Entry<Newcomer, Cohort> leaving : cheaper.entrySet()) {
      Newcomer newcomer = leaving.getKey();
      if ((all || isCrowdWithout(rest, newcomer))
          && homes.admits(leaving.getValue(), newcomer.values(), everybody)) {
        rest.remove(newcomer);
        join(newcomer, leaving.getValue());
      }
    }
    return rest;
  }

  private Map<Newcomer, Cohort> cheaper(List<Newcomer> group) {
    double loss = region.space().loss(Around.box(region.space(), group));
    Map<Newcomer, Cohort> cheaper = new LinkedHashMap<>();
    for (Newcomer newcomer : group) {
      Cohort cohort =
          homes.joinable(newcomer.point(), newcomer.values(), Math.nextDown(loss), everybody);
      if (cohort != null) {
        cheaper.put(newcomer, cohort);
      }
    }
    return cheaper;
  }

  private boolean isCrowdWithout(List<Newcomer> people, Newcomer leaving) {
    if (people.size() <= region.k()) {
      return false;
    }
    List<Newcomer> rest = new ArrayList<>(people);
    rest.remove(leaving);
    return region.policy().guarantee().shortfall(crowd(rest), everybody) == null;
  }

  /** Whatever it costs; false if no cohort can take it, or nobody joins alone. */
  boolean joinAny(Newcomer newcomer) {
    if (region.policy().paced()) {
      return false;
    }
    Cohort cohort = homes.joinable(newcomer.point(), newcomer.values(), 1, everybody);
    if (cohort != null) {
      join(newcomer, cohort);
    }
    return cohort != null;
  }

  void join(Newcomer newcomer, Cohort cohort) {
    boolean revives = homes.isShort(cohort, everybody);
    state.join(cohort, newcomer.values());
    settle(newcomer, cohort, revives);
  }

  /** The cohort's crowd counts them already. */
  private void settle(Newcomer newcomer, Cohort cohort, boolean revives) {
    if (region.isStable()) {
      homes.enter(newcomer.subject(), newcomer.values(), cohort, turn.now());
    }
    for (Waiting row : newcomer.rows()) {
      state.waiting().remove(row);
      turn.release(row, cohort, false, revives);
    }
  }
}
