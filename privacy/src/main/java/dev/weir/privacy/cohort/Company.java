package dev.weir.privacy.cohort;

import dev.weir.privacy.crowd.Crowd;
import java.util.List;

/**
 * Lets newcomers join cohorts that are there, k at once or none: whoever knows when somebody first
 * came finds k who did.
 */
final class Company {

  private final Region region;
  private final Homes homes;
  private final Forming forming;

  Company(Region region, Homes homes, Turn turn) {
    this.region = region;
    this.homes = homes;
    this.forming = new Forming(region, homes, turn, region.state().everybody());
  }

  /** The cheapest cohorts first, as long as they lose little. */
  void run() {
    double most = region.policy().tuning().joinBelow() * region.state().meta().tau();
    List<Newcomer> newcomers = Newcomers.of(region.state(), homes);
    for (Cohort cohort : List.copyOf(region.state().cohorts().cheapestFirst())) {
      if (newcomers.size() < region.k() || cohort.loss() > most) {
        return;
      }
      if (join(cohort, Newcomers.fitting(newcomers, cohort))) {
        newcomers = Newcomers.of(region.state(), homes);
      }
    }
  }

  private boolean join(Cohort cohort, List<Newcomer> people) {
    boolean admits =
        people.size() >= region.k()
            && cohort.crowd().people() >= region.k()
            && isCrowd(cohort.crowd().copy(), people);
    if (admits) {
      people.forEach(newcomer -> forming.join(newcomer, cohort));
    }
    return admits;
  }

  private boolean isCrowd(Crowd with, List<Newcomer> people) {
    people.forEach(newcomer -> with.join(newcomer.values()));
    return region.policy().guarantee().shortfall(with, region.state().everybody()) == null;
  }
}
