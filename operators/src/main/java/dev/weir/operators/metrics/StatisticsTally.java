package dev.weir.operators.metrics;

import dev.weir.plan.ReleasePlan;
import java.util.Map;

/** Counts of a release of statistics over all subtasks, besides those of every release. */
public record StatisticsTally(long aggregated, long bounded, long late) {

  /** Reads them from a job's accumulators. */
  public static StatisticsTally of(ReleasePlan release, Map<String, Object> accumulators) {
    return new StatisticsTally(
        SourceTally.count(accumulators, CountName.of(release, CountName.AGGREGATED)),
        SourceTally.count(accumulators, CountName.of(release, CountName.BOUNDED)),
        SourceTally.count(accumulators, CountName.of(release, CountName.LATE)));
  }
}
