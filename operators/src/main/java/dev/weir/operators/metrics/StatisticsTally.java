package dev.weir.operators.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.weir.plan.ReleasePlan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts of a release of statistics over all subtasks, besides those of every release.
 *
 * @param windowsWithheld windows of any size that were over and were not drawn, empty ones too, by
 *     reason, in the reasons' order; only what has happened
 * @param rowsWithheld rows that were drawn, and did not leave, likewise
 */
public record StatisticsTally(
    long aggregated,
    long bounded,
    long late,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> windowsWithheld,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> rowsWithheld) {

  public StatisticsTally {
    windowsWithheld = Collections.unmodifiableMap(new LinkedHashMap<>(windowsWithheld));
    rowsWithheld = Collections.unmodifiableMap(new LinkedHashMap<>(rowsWithheld));
  }

  /** Reads them from a job's accumulators. */
  public static StatisticsTally of(ReleasePlan release, Map<String, Object> accumulators) {
    return new StatisticsTally(
        SourceTally.count(accumulators, CountName.of(release, CountName.AGGREGATED)),
        SourceTally.count(accumulators, CountName.of(release, CountName.BOUNDED)),
        SourceTally.count(accumulators, CountName.of(release, CountName.LATE)),
        ReasonCounts.read(release, CountName.WINDOWS_WITHHELD, accumulators),
        ReasonCounts.read(release, CountName.ROWS_WITHHELD, accumulators));
  }
}
