package dev.weir.local.page;

import dev.weir.jobs.file.Summary;
import dev.weir.local.preview.ReleaseSample;
import dev.weir.local.risk.RiskFigures;
import dev.weir.operators.metrics.CohortTally;
import dev.weir.plan.ReleasePlan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a page shows of a release.
 *
 * @param outcomes how many records were released, and how many were not by reason
 * @param crowds empty: no crowds were formed
 */
public record ReleaseFigures(
    ReleasePlan plan, Map<String, Long> outcomes, Optional<CohortTally> crowds) {

  public ReleaseFigures {
    outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
  }

  /** Of a run. */
  public static ReleaseFigures of(ReleasePlan plan, Summary summary) {
    Summary.Release release = Objects.requireNonNull(summary.releases().get(plan.topic()));
    Map<String, Long> outcomes = new LinkedHashMap<>();
    outcomes.put("released", release.released());
    outcomes.putAll(release.withheld());
    outcomes.putAll(release.deadLettered());
    return new ReleaseFigures(
        plan, outcomes, Optional.ofNullable(summary.crowds().get(plan.topic())));
  }

  /** Of a sample. */
  public static ReleaseFigures of(ReleaseSample sample) {
    Map<String, Long> outcomes = new LinkedHashMap<>();
    outcomes.put("released", sample.released());
    sample.refused().forEach((reason, count) -> outcomes.put(reason.word(), count));
    return new ReleaseFigures(sample.release(), outcomes, sample.crowds());
  }

  /** Empty where no crowd was released. */
  Optional<RiskFigures> risk() {
    return crowds
        .flatMap(CohortTally::released)
        .map(sizes -> RiskFigures.ofPlan(sizes, Objects.requireNonNull(plan.cohort())));
  }
}
