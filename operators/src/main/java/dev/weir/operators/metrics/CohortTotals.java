package dev.weir.operators.metrics;

import dev.weir.plan.ReleasePlan;
import dev.weir.privacy.risk.ClassSizes;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.accumulators.DoubleCounter;
import org.apache.flink.api.common.accumulators.Histogram;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;

/** What a file's run tells of a release's crowds when it ends: the job's accumulators. */
public final class CohortTotals {

  private final DoubleCounter[] losses;
  private final LongCounter rows = new LongCounter();
  private final Histogram delays = new Histogram();
  private final Histogram released = new Histogram();
  private final Histogram before = new Histogram();

  private CohortTotals(int fields) {
    losses = new DoubleCounter[fields];
  }

  /**
   * Registers them, under names that are the release's own.
   *
   * @param fields whose values are generalized, by name
   */
  public static CohortTotals register(
      RuntimeContext context, ReleasePlan release, List<String> fields) {
    CohortTotals totals = new CohortTotals(fields.size());
    for (int field = 0; field < fields.size(); field++) {
      totals.losses[field] = new DoubleCounter();
      context.addAccumulator(CohortTally.loss(release, fields.get(field)), totals.losses[field]);
    }
    context.addAccumulator(CohortTally.rows(release), totals.rows);
    context.addAccumulator(CohortTally.delays(release), totals.delays);
    context.addAccumulator(CohortTally.classes(release), totals.released);
    context.addAccumulator(CohortTally.classesBefore(release), totals.before);
    return totals;
  }

  /** A row was decided, this long after it arrived. */
  public void decided(long millis) {
    delays.add(Durations.bucket(millis));
  }

  /**
   * A row was let go.
   *
   * @param loss of each field
   */
  public void released(double[] loss) {
    rows.add(1);
    for (int field = 0; field < losses.length; field++) {
      losses[field].add(loss[field]);
    }
  }

  /**
   * How many people each class has.
   *
   * @param shown of what is released; empty: nothing
   * @param own of the same people's own cells
   */
  public void classes(Optional<ClassSizes> shown, Optional<ClassSizes> own) {
    shown.ifPresent(sizes -> add(sizes, released));
    own.ifPresent(sizes -> add(sizes, before));
  }

  private static void add(ClassSizes sizes, Histogram to) {
    sizes
        .classes()
        .forEach(
            (size, classes) -> {
              for (long left = classes; left > 0; left--) {
                to.add(size);
              }
            });
  }
}
