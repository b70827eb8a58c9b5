package dev.weir.operators.metrics;

import dev.weir.plan.ReleasePlan;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * What the owner sees of a release's crowds in one subtask, since it started: numbers alone, whose
 * labels are the names of agreed fields. What a crowd has reached is told to nobody else. Written
 * by one thread; a reader may miss the newest.
 */
public final class CohortFigures {

  private final Durations delay;
  private final double[] losses;
  private volatile Standing standing = Standing.NONE;
  private long released;
  private double smallest = Double.NaN;

  private CohortFigures(Durations delay, int fields) {
    this.delay = delay;
    this.losses = new double[fields];
  }

  /**
   * Registers {@code weir.partner.agreement.release.} {@code loss} by {@code field}, {@code held},
   * {@code cohorts}, {@code people}, {@code smallest_class}, {@code shortfall} by {@code rule} and
   * {@code delay}.
   *
   * @param fields whose values are generalized, by name
   */
  public static CohortFigures register(
      RuntimeContext context, ReleasePlan release, List<String> fields) {
    MetricGroup group = ReleaseCounts.group(context, release);
    CohortFigures figures = new CohortFigures(Durations.register(group, "delay"), fields.size());
    for (int field = 0; field < fields.size(); field++) {
      int number = field;
      MetricGroup ofField = group.addGroup("field", fields.get(field));
      ofField.gauge("loss", (Gauge<Double>) () -> figures.meanLoss(number));
    }
    group.gauge("smallest_class", (Gauge<Double>) () -> figures.smallest);
    figures.gauge(group, "held", Standing::held);
    figures.gauge(group, "cohorts", Standing::cohorts);
    figures.gauge(group, "people", Standing::people);
    figures.gauge(group.addGroup("rule", "l"), "shortfall", Standing::shortDiversity);
    figures.gauge(group.addGroup("rule", "t"), "shortfall", Standing::shortCloseness);
    return figures;
  }

  private void gauge(MetricGroup group, String name, ToLongFunction<Standing> of) {
    group.gauge(name, (Gauge<Long>) () -> of.applyAsLong(standing));
  }

  private double meanLoss(int field) {
    return released == 0 ? Double.NaN : losses[field] / released;
  }

  /** A row was decided, this long after it arrived. */
  public void decided(long millis) {
    delay.took(millis);
  }

  /**
   * A row was let go.
   *
   * @param people who share its box
   * @param loss of each field, 0 to 1
   */
  public void released(int people, double[] loss) {
    released++;
    for (int field = 0; field < losses.length; field++) {
      losses[field] += loss[field];
    }
    smallest = Double.isNaN(smallest) ? people : Math.min(smallest, people);
  }

  /** A region stands otherwise than before. */
  public void changed(Standing by) {
    standing = standing.plus(by);
  }
}
