package dev.weir.operators.metrics;

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
    return new ReleaseTally(
        SourceTally.count(accumulators, CountName.of(release, CountName.IN)),
        SourceTally.count(accumulators, CountName.of(release, CountName.RELEASED)),
        ReasonCounts.read(release, CountName.WITHHELD, accumulators),
        ReasonCounts.read(release, CountName.DEAD_LETTERED, accumulators));
  }
}
