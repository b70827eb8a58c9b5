package dev.weir.operators.stage;

import dev.weir.operators.judge.ReleaseJudge;
import dev.weir.operators.metrics.ReleaseCounts;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.statistics.StatisticsRow;
import dev.weir.plan.ReleasePlan;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * One release of statistics in one subtask of treat: judges, reads what is counted, and sends it to
 * where its person is held to the bounds. What becomes of it there is counted there.
 */
final class StatisticsStage implements JudgedRelease {

  private final ReleasePlan plan;
  private final ReleaseJudge judge;
  private final ReleaseCounts counts;
  private final StatisticsReader reader;
  private final OutputTag<StatisticsRow> rows;

  StatisticsStage(
      ReleasePlan plan, ReleaseJudge judge, ReleaseCounts counts, StatisticsReader reader) {
    this.plan = plan;
    this.judge = judge;
    this.counts = counts;
    this.reader = reader;
    this.rows = StatisticsRows.of(plan);
  }

  @Override
  public ReleasePlan plan() {
    return plan;
  }

  /** It has no keys. */
  @Override
  public boolean treatsWith(String versions) {
    return true;
  }

  @Override
  public void refused(Rejection rejection) {
    counts.refused(rejection.reason());
  }

  @Override
  public @Nullable Rejection apply(Event event, long now, Outlet out) {
    Reason withheld = judge.judge(event, now);
    if (withheld != null) {
      counts.refused(withheld);
      return null;
    }
    Rejection rejection = reader.read(event);
    StatisticsRow row = reader.row();
    if (rejection != null) {
      counts.refused(rejection.reason());
    } else if (row == null) {
      counts.refused(Reason.NOT_LISTED);
    } else {
      out.count(rows, row);
    }
    return rejection;
  }

  @Override
  public void close() {
    reader.close();
  }
}
