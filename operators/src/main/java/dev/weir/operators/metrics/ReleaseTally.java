package dev.weir.operators.metrics;

import dev.weir.operators.record.Reason;
import dev.weir.plan.ReleasePlan;
import java.util.Map;
import java.util.TreeMap;

/**
 * A release's counts over all subtasks.
 *
 * @param withheld by reason; only what has happened
 * @param deadLettered likewise
 */
public record ReleaseTally(
    long in, long released, Map<String, Long> withheld, Map<String, Long> deadLettered) {

  public ReleaseTally {
    withheld = Map.copyOf(withheld);
    deadLettered = Map.copyOf(deadLettered);
  }

  /** Reads them from a job's accumulators. */
  public static ReleaseTally of(ReleasePlan release, Map<String, Object> accumulators) {
    Map<String, Long> withheld = new TreeMap<>();
    Map<String, Long> deadLettered = new TreeMap<>();
    for (Reason reason : Reason.values()) {
      long count = SourceTally.count(accumulators, CountName.of(release, reason));
      if (count > 0) {
        (reason.withheld() ? withheld : deadLettered).put(reason.word(), count);
      }
    }
    return new ReleaseTally(
        SourceTally.count(accumulators, CountName.of(release, CountName.IN)),
        SourceTally.count(accumulators, CountName.of(release, CountName.RELEASED)),
        withheld,
        deadLettered);
  }
}
