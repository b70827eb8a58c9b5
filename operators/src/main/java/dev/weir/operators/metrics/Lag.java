package dev.weir.operators.metrics;

import dev.weir.plan.ProductPlan;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * How long after its source timestamp a record leaves, in ms: a histogram of the last records of
 * this subtask, and buckets that may be added up over subtasks, each counting what took no longer
 * than its label {@code le} says.
 */
public final class Lag {

  private static final long[] BOUNDS = {
    100, 1_000, 5_000, 15_000, 60_000, 300_000, 3_600_000, Long.MAX_VALUE
  };

  private final RecentValues recent = new RecentValues();
  private final long[] counts = new long[BOUNDS.length];
  private long sum;

  private Lag() {}

  /** Registers {@code weir.product.} {@code lag}, {@code lag_total} and {@code lag_bucket}. */
  public static Lag register(RuntimeContext context, ProductPlan product) {
    MetricGroup group =
        context.getMetricGroup().addGroup("weir").addGroup("product", product.product());
    Lag lag = new Lag();
    group.histogram("lag", lag.recent);
    group.gauge("lag_total", (Gauge<Long>) () -> lag.sum);
    for (int i = 0; i < BOUNDS.length; i++) {
      int upTo = i;
      group.addGroup("le", label(i)).gauge("lag_bucket", (Gauge<Long>) () -> lag.upTo(upTo));
    }
    return lag;
  }

  private static String label(int bound) {
    return BOUNDS[bound] == Long.MAX_VALUE ? "+Inf" : Long.toString(BOUNDS[bound]);
  }

  /**
   * A record has left.
   *
   * @param sourceTimestamp negative if the source has none: then nothing is known
   */
  public void left(long sourceTimestamp, long now) {
    if (sourceTimestamp >= 0) {
      long took = Math.max(0, now - sourceTimestamp);
      recent.update(took);
      sum += took;
      counts[bucket(took)]++;
    }
  }

  private static int bucket(long took) {
    int bucket = 0;
    while (took > BOUNDS[bucket]) {
      bucket++;
    }
    return bucket;
  }

  private long upTo(int bucket) {
    long total = 0;
    for (int i = 0; i <= bucket; i++) {
      total += counts[i];
    }
    return total;
  }
}
