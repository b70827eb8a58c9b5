package dev.weir.operators.metrics;

import dev.weir.operators.record.Reason;
import dev.weir.plan.ReleasePlan;
import org.apache.flink.api.common.functions.RuntimeContext;

/**
 * What became of the records of a release of statistics: in = aggregated + bounded + late + all
 * refused; what is released, or withheld as rows, are rows.
 */
public final class StatisticsCounts {

  private final ReleaseCounts counts;
  private final Count aggregated;
  private final Count bounded;
  private final Count late;
  private final ReasonCounts windowsWithheld;
  private final ReasonCounts rowsWithheld;

  private StatisticsCounts(RuntimeContext context, ReleasePlan release) {
    counts = ReleaseCounts.register(context, release);
    aggregated = count(context, release, CountName.AGGREGATED);
    bounded = count(context, release, CountName.BOUNDED);
    late = count(context, release, CountName.LATE);
    windowsWithheld = ReasonCounts.register(context, release, CountName.WINDOWS_WITHHELD);
    rowsWithheld = ReasonCounts.register(context, release, CountName.ROWS_WITHHELD);
  }

  /**
   * Registers those of every release, and {@code aggregated}, {@code bounded}, {@code late}, and by
   * {@code reason} {@code windows_withheld} and {@code rows_withheld}.
   */
  public static StatisticsCounts register(RuntimeContext context, ReleasePlan release) {
    return new StatisticsCounts(context, release);
  }

  private static Count count(RuntimeContext context, ReleasePlan release, String what) {
    return Count.register(
        context, ReleaseCounts.group(context, release), what, CountName.of(release, what));
  }

  /** What every release counts. */
  public ReleaseCounts counts() {
    return counts;
  }

  /** They are in a window that was drawn. */
  public void aggregated(long records) {
    counts.came(records);
    aggregated.inc(records);
  }

  /** Its person has added as much as one may. */
  public void bounded() {
    counts.came(1);
    bounded.inc();
  }

  /** Its windows were over. */
  public void late(long records) {
    counts.late(records);
    late.inc(records);
  }

  public void released(long rows) {
    counts.left(rows);
  }

  /** Rows that were drawn, and do not leave. */
  public void rowsWithheld(Reason reason, long rows) {
    rowsWithheld.add(reason, rows);
  }

  /** A window, of whatever size and however empty, is over and is not drawn. */
  public void windowWithheld(Reason reason) {
    windowsWithheld.add(reason, 1);
  }

  public void refused(Reason reason, long records) {
    counts.refused(reason, records);
  }
}
