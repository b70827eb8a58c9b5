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
  private final Count[] rowsWithheld = new Count[Reason.values().length];

  private StatisticsCounts(ReleaseCounts counts, Count aggregated, Count bounded, Count late) {
    this.counts = counts;
    this.aggregated = aggregated;
    this.bounded = bounded;
    this.late = late;
  }

  /**
   * Registers those of every release, and {@code aggregated}, {@code bounded}, {@code late}, and by
   * {@code reason} {@code rows_withheld}.
   */
  public static StatisticsCounts register(RuntimeContext context, ReleasePlan release) {
    StatisticsCounts counts =
        new StatisticsCounts(
            ReleaseCounts.register(context, release),
            count(context, release, CountName.AGGREGATED),
            count(context, release, CountName.BOUNDED),
            count(context, release, CountName.LATE));
    for (Reason reason : Reason.values()) {
      counts.rowsWithheld[reason.ordinal()] = rowsWithheld(context, release, reason);
    }
    return counts;
  }

  private static Count count(RuntimeContext context, ReleasePlan release, String what) {
    return Count.register(
        context, ReleaseCounts.group(context, release), what, CountName.of(release, what));
  }

  private static Count rowsWithheld(RuntimeContext context, ReleasePlan release, Reason reason) {
    return Count.register(
        context,
        ReleaseCounts.group(context, release).addGroup("reason", reason.word()),
        CountName.ROWS_WITHHELD,
        CountName.ofRows(release, reason));
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
    rowsWithheld[reason.ordinal()].inc(rows);
  }

  public void refused(Reason reason, long records) {
    counts.refused(reason, records);
  }
}
