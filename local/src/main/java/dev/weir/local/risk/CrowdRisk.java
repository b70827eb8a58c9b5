package dev.weir.local.risk;

import dev.weir.jobs.file.Summary;
import dev.weir.operators.metrics.CohortTally;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.privacy.risk.ClassSizes;
import java.util.Map;
import java.util.Optional;

/**
 * What a run measured of a release of cohorts.
 *
 * @param sizes of the classes that were released, in people
 * @param figures their risk
 * @param loss the mean, by field
 */
public record CrowdRisk(ClassSizes sizes, RiskFigures figures, Map<String, Double> loss) {

  /** Empty for other releases, and where nothing was released. */
  public static Optional<CrowdRisk> of(ReleasePlan release, Summary summary) {
    CohortTally tally = summary.crowds().get(release.topic());
    CohortPlan cohort = release.cohort();
    return tally == null || cohort == null
        ? Optional.empty()
        : tally.released().map(sizes -> of(sizes, cohort, tally));
  }

  private static CrowdRisk of(ClassSizes sizes, CohortPlan cohort, CohortTally tally) {
    return new CrowdRisk(sizes, RiskFigures.ofPlan(sizes, cohort), tally.loss());
  }
}
