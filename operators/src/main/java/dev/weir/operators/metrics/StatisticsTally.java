package dev.weir.operators.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.weir.operators.record.Reason;
import dev.weir.plan.ReleasePlan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts of a release of statistics over all subtasks, besides those of every release.
 *
 * @param rowsWithheld rows that were drawn, and did not leave, by reason, in the reasons' order;
 *     only what has happened
 */
public record StatisticsTally(
    long aggregated,
    long bounded,
    long late,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> rowsWithheld) {

  public StatisticsTally {
    rowsWithheld = Collections.unmodifiableMap(new LinkedHashMap<>(rowsWithheld));
  }

  /** Reads them from a job's accumulators. */
  public static StatisticsTally of(ReleasePlan release, Map<String, Object> accumulators) {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (Reason reason : Reason.values()) {
      long count = SourceTally.count(accumulators, CountName.ofRows(release, reason));
      if (count > 0) {
        rows.put(reason.word(), count);
      }
    }
    return new StatisticsTally(
        SourceTally.count(accumulators, CountName.of(release, CountName.AGGREGATED)),
        SourceTally.count(accumulators, CountName.of(release, CountName.BOUNDED)),
        SourceTally.count(accumulators, CountName.of(release, CountName.LATE)),
        rows);
  }
}
