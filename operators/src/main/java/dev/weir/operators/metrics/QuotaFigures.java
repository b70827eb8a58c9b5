package dev.weir.operators.metrics;

import dev.weir.plan.ReleasePlan;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * How an agreement stands to its quota: {@code weir.partner.agreement.} {@code quota_held} records
 * wait, the first of them since {@code quota_waiting_ms}, and {@code quota_tokens} records might
 * leave at once.
 */
public final class QuotaFigures {

  private QuotaFigures() {}

  /**
   * Registers them in the subtask that has the agreement.
   *
   * @param release any of the agreement's
   * @param since ms since the epoch; 0: nothing waits
   */
  public static void register(
      RuntimeContext context,
      ReleasePlan release,
      LongSupplier held,
      LongSupplier since,
      LongSupplier tokens,
      LongSupplier clock) {
    MetricGroup group =
        context
            .getMetricGroup()
            .addGroup("weir")
            .addGroup("partner", release.partner())
            .addGroup("agreement", release.agreement());
    group.gauge("quota_held", (Gauge<Long>) held::getAsLong);
    group.gauge("quota_tokens", (Gauge<Long>) tokens::getAsLong);
    group.gauge(
        "quota_waiting_ms",
        (Gauge<Long>)
            () -> {
              long first = since.getAsLong();
              return first == 0 ? 0 : Math.max(0, clock.getAsLong() - first);
            });
  }
}
