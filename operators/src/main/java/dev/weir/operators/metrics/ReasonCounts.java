package dev.weir.operators.metrics;

import dev.weir.operators.record.Reason;
import dev.weir.plan.ReleasePlan;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;

/** What of a release is counted by reason, in a subtask. */
final class ReasonCounts {

  private final Count[] counts = new Count[Reason.values().length];

  private ReasonCounts() {}

  static ReasonCounts register(RuntimeContext context, ReleasePlan release, String what) {
    ReasonCounts counts = new ReasonCounts();
    for (Reason reason : Reason.values()) {
      counts.counts[reason.ordinal()] =
          Count.register(
              context,
              ReleaseCounts.group(context, release).addGroup("reason", reason.word()),
              what,
              CountName.of(release, what, reason));
    }
    return counts;
  }

  void add(Reason reason, long more) {
    counts[reason.ordinal()].inc(more);
  }

  /** Reads such counts from a job's accumulators, in the reasons' order; only what has happened. */
  static Map<String, Long> read(
      ReleasePlan release, String what, Map<String, Object> accumulators) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Reason reason : Reason.values()) {
      long count = SourceTally.count(accumulators, CountName.of(release, what, reason));
      if (count > 0) {
        counts.put(reason.word(), count);
      }
    }
    return counts;
  }
}
