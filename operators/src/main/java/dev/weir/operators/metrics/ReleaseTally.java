package dev.weir.operators.metrics;

import dev.weir.operators.record.Reason;
import dev.weir.plan.ReleasePlan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A release's counts over all subtasks.
 *
 * @param withheld by reason, in the reasons' order; only what has happened
 * @param deadLettered likewise
 */
public record ReleaseTally(
    long in, long released, Map<String, Long> withheld, Map<String, Long> deadLettered) {

  public ReleaseTally {
    withheld = Collections.unmodifiableMap(new LinkedHashMap<>(withheld));
    deadLettered = Collections.unmodifiableMap(new LinkedHashMap<>(deadLettered));
  }

  /** Reads them from a job's accumulators. */
  public static ReleaseTally of(ReleasePlan release, Map<String, Object> accumulators) {
    Map<String, Long> withheld = new LinkedHashMap<>();
    Map<String, Long> deadLettered = new LinkedHashMap<>();
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
