package dev.weir.privacy.cohort;

import dev.weir.privacy.crowd.Crowd;
import java.util.List;

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
            .filter(this::isAwaited)
            .toList();
    small.forEach(this::revive);
  }

  private boolean isAwaited(Cohort cohort) {
    return region.state().waiting().all().stream()
        .map(Waiting::row)
        .map(row -> homes.home(region.state().memberships(row.subject()), row.point()))
        .anyMatch(home -> home != null && home.cohort() == cohort.number());
  }

  private void revive(Cohort cohort) {
    List<Newcomer> people = Newcomers.fitting(Newcomers.of(region.state(), homes), cohort);
    int lacking = region.policy().paced() ? region.k() : region.k() - cohort.crowd().people();
    if (people.size() >= lacking) {
      List<Newcomer> first = people.subList(0, lacking);
      Crowd with = cohort.crowd().copy();
      first.forEach(newcomer -> with.join(newcomer.values()));
      if (region.policy().guarantee().shortfall(with, everybody) == null) {
        first.forEach(newcomer -> forming.join(newcomer, cohort, Outcome.Member.REVIVED));
      }
    }
  }
}
