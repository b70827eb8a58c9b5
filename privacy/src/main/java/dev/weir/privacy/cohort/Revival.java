package dev.weir.privacy.cohort;

import dev.weir.privacy.crowd.Crowd;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings cohorts that have fallen below k, and for which rows of members wait, back to k: with the
 * newcomers who fit, the first ones first, or not at all.
 */
final class Revival {

  private final Region region;
  private final Homes homes;
  private final Forming forming;
  private final Crowd everybody;

  Revival(Region region, Homes homes, Forming forming, Crowd everybody) {
    this.region = region;
    this.homes = homes;
    this.forming = forming;
    this.everybody = everybody;
  }

  void run() {
    List<Cohort> small =
        region.state().cohorts().cheapestFirst().stream()
            .filter(cohort -> cohort.crowd().people() < region.k())
            .toList();
    if (!small.isEmpty()) {
      Set<Long> awaited = awaited();
      revive(small.stream().filter(cohort -> awaited.contains(cohort.number())).toList());
    }
  }

  private void revive(List<Cohort> cohorts) {
    List<Newcomer> newcomers = cohorts.isEmpty() ? List.of() : Newcomers.of(region.state(), homes);
    for (Cohort cohort : cohorts) {
      if (revive(cohort, newcomers)) {
        newcomers = Newcomers.of(region.state(), homes);
      }
    }
  }

  /** Cohorts that rows wait for. */
  private Set<Long> awaited() {
    Set<Long> awaited = new HashSet<>();
    for (Waiting waiting : region.state().waiting().all()) {
      Row row = waiting.row();
      Membership home = homes.home(region.state().memberships(row.subject()), row.point());
      if (home != null) {
        awaited.add(home.cohort());
      }
    }
    return awaited;
  }

  private boolean revive(Cohort cohort, List<Newcomer> newcomers) {
    List<Newcomer> people = Newcomers.fitting(newcomers, cohort);
    int lacking = region.policy().paced() ? region.k() : region.k() - cohort.crowd().people();
    if (people.size() >= lacking) {
      List<Newcomer> first = people.subList(0, lacking);
      Crowd with = cohort.crowd().copy();
      first.forEach(newcomer -> with.join(newcomer.values()));
      if (region.policy().guarantee().shortfall(with, everybody) == null) {
        first.forEach(newcomer -> forming.join(newcomer, cohort));
        return true;
      }
    }
    return false;
  }
}
