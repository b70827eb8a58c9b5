package dev.weir.operators.metrics;

import dev.weir.plan.ProductPlan;
import org.apache.flink.api.common.functions.RuntimeContext;

/** How long after its source timestamp a record leaves, in ms; see {@link Durations}. */
public final class Lag {

  private final Durations durations;

  private Lag(Durations durations) {
    this.durations = durations;
  }

  /** Registers {@code weir.product.} {@code lag}, {@code lag_total} and {@code lag_bucket}. */
  public static Lag register(RuntimeContext context, ProductPlan product) {
    return new Lag(
        Durations.register(
            context.getMetricGroup().addGroup("weir").addGroup("product", product.product()),
            "lag"));
  }

  /**
   * A record has left.
   *
   * @param sourceTimestamp negative if the source has none: then nothing is known
   */
  public void left(long sourceTimestamp, long now) {
    if (sourceTimestamp >= 0) {
      durations.took(Math.max(0, now - sourceTimestamp));
    }
  }
}
