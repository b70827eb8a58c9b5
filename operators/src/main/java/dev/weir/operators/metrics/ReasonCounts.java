package dev.weir.operators.metrics;

import dev.weir.operators.record.Reason;
import dev.weir.plan.ReleasePlan;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.MetricGroup;

/** What of a release is counted by reason, in a subtask. */
final class ReasonCounts {

  private final Count[] counts = new Count[Reason.values().length];

  private ReasonCounts() {}

  static ReasonCounts register(RuntimeContext context, ReleasePlan release, String what) {
    return register(context, release, reason -> what);
  }

  /**
   * @param what what is counted of a reason
   */
  static ReasonCounts register(
      RuntimeContext context, ReleasePlan release, Function<Reason, String> what) {
    ReasonCounts counts = new ReasonCounts();
    MetricGroup group = ReleaseCounts.group(context, release);
    for (Reason reason : Reason.values()) {
      counts.counts[reason.ordinal()] =
          Count.register(
              context,
              group.addGroup("reason", reason.word()),
              what.apply(reason),
              CountName.of(release, what.apply(reason), reason));
    }
    return counts;
  }

  /** In the reasons' order. */
  long[] values() {
    return Arrays.stream(counts).mapToLong(Count::getCount).toArray();
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
