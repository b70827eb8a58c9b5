package dev.weir.operators.metrics;

import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * How long something took, in ms: a histogram of the last values of this subtask, and buckets that
 * may be added up over subtasks, each counting what took no longer than its label {@code le} says.
 */
final class Durations {

  private static final long[] BOUNDS = {
    100, 1_000, 5_000, 15_000, 60_000, 300_000, 3_600_000, Long.MAX_VALUE
  };

  private final RecentValues recent = new RecentValues();
  private final long[] counts = new long[BOUNDS.length];
  private long sum;

  private Durations() {}

  /** Registers {@code name}, {@code name_total} and {@code name_bucket}. */
  static Durations register(MetricGroup group, String name) {
    Durations durations = new Durations();
    group.histogram(name, durations.recent);
    group.gauge(name + "_total", (Gauge<Long>) () -> durations.sum);
    for (int i = 0; i < BOUNDS.length; i++) {
      int upTo = i;
      group
          .addGroup("le", label(i))
          .gauge(name + "_bucket", (Gauge<Long>) () -> durations.upTo(upTo));
    }
    return durations;
  }

  private static String label(int bound) {
    return BOUNDS[bound] == Long.MAX_VALUE ? "+Inf" : Long.toString(BOUNDS[bound]);
  }

  void took(long millis) {
    recent.update(millis);
    sum += millis;
    counts[bucket(millis)]++;
  }

  /** The number of the first bucket that it is counted in. */
  static int bucket(long took) {
    int bucket = 0;
    while (took > BOUNDS[bucket]) {
      bucket++;
    }
    return bucket;
  }

  /** What a bucket's number stands for, in ms. */
  static long bound(int bucket) {
    return BOUNDS[bucket];
  }

  private long upTo(int bucket) {
    long total = 0;
    for (int i = 0; i <= bucket; i++) {
      total += counts[i];
    }
    return total;
  }
}
