package dev.weir.operators.metrics;

import dev.weir.operators.record.NoRecord;
import dev.weir.plan.ProductPlan;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.MetricGroup;

/** What a source holds that is no record: tombstones, blank lines, what a database's log holds. */
public final class SourceCounts {

  private final Count[] counts = new Count[NoRecord.values().length];

  private SourceCounts() {}

  /** Registers {@code weir.product.}{@link NoRecord#word} for each of them. */
  public static SourceCounts register(RuntimeContext context, ProductPlan product) {
    MetricGroup group =
        context.getMetricGroup().addGroup("weir").addGroup("product", product.product());
    SourceCounts registered = new SourceCounts();
    for (NoRecord what : NoRecord.values()) {
      String name = CountName.of(product, what.word());
      registered.counts[what.ordinal()] = Count.register(context, group, what.word(), name);
    }
    return registered;
  }

  public void count(NoRecord what) {
    counts[what.ordinal()].inc();
  }
}
