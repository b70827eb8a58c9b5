package dev.weir.operators.metrics;

import dev.weir.plan.ProductPlan;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.MetricGroup;

/** What a source holds that is no record: Kafka's tombstones, a file's blank lines. */
public final class SourceCounts {

  private final Count tombstones;
  private final Count blanks;

  private SourceCounts(Count tombstones, Count blanks) {
    this.tombstones = tombstones;
    this.blanks = blanks;
  }

  /** Registers {@code weir.product.} {@code tombstone} and {@code blank}. */
  public static SourceCounts register(RuntimeContext context, ProductPlan product) {
    MetricGroup group =
        context.getMetricGroup().addGroup("weir").addGroup("product", product.product());
    return new SourceCounts(
        count(context, group, product, CountName.TOMBSTONE),
        count(context, group, product, CountName.BLANK));
  }

  private static Count count(
      RuntimeContext context, MetricGroup group, ProductPlan product, String what) {
    return Count.register(context, group, what, CountName.of(product, what));
  }

  public void tombstone() {
    tombstones.inc();
  }

  public void blank() {
    blanks.inc();
  }
}
