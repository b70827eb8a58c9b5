package dev.weir.operators.metrics;

import dev.weir.plan.CohortPlan.RiskBounds;
import dev.weir.plan.ReleasePlan;
import dev.weir.privacy.risk.RunningSizes;
import java.math.BigDecimal;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The risk of what a release has let out, of one subtask: seen by the owner, and told when a
 * measure goes above the agreement's bound. Written by one thread, read by any.
 */
public final class RiskAlerts {

  private static final Logger LOG = LoggerFactory.getLogger(RiskAlerts.class);

  private final Watched prosecutor;
  private final Watched marketer;

  private RiskAlerts(Watched prosecutor, Watched marketer) {
    this.prosecutor = prosecutor;
    this.marketer = marketer;
  }

  /**
   * Registers {@code weir.partner.agreement.release.} {@code risk_prosecutor}, {@code
   * risk_marketer} and, by {@code measure}, {@code risk_alerts}.
   */
  public static RiskAlerts register(
      RuntimeContext context, ReleasePlan release, RiskBounds bounds) {
    MetricGroup group = ReleaseCounts.group(context, release);
    String of = release.agreement() + "/" + release.release();
    return new RiskAlerts(
        new Watched("prosecutor", bounds.prosecutor(), of, group),
        new Watched("marketer", bounds.marketer(), of, group));
  }

  /** How it is now. */
  public void measured(RunningSizes sizes) {
    prosecutor.measured(sizes.prosecutor());
    marketer.measured(sizes.marketer());
  }

  /** One measure. */
  private static final class Watched {
    private final String measure;
    private final @Nullable BigDecimal bound;
    private final String release;
    private final Counter alerts;
    private volatile double value;
    private boolean above;

    Watched(String measure, @Nullable BigDecimal bound, String release, MetricGroup group) {
      this.measure = measure;
      this.bound = bound;
      this.release = release;
      this.alerts = group.addGroup("measure", measure).counter("risk_alerts");
      group.gauge("risk_" + measure, (Gauge<Double>) () -> value);
    }

    void measured(double now) {
      value = now;
      boolean before = above;
      above = bound != null && now > bound.doubleValue();
      if (above && !before) {
        alerts.inc();
        LOG.warn("{}: {} risk is above the bound that the agreement sets", release, measure);
      }
    }
  }
}
