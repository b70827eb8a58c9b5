package dev.weir.operators.stage;

import dev.weir.operators.cohort.CohortRow;
import dev.weir.operators.judge.ReleaseJudge;
import dev.weir.operators.metrics.ReleaseCounts;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.record.ValueName;
import dev.weir.plan.ReleasePlan;
import dev.weir.privacy.cohort.Subject;
import dev.weir.tokenization.keys.KeyProvider;
import java.io.UncheckedIOException;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * One release of cohorts in one subtask of treat: judges, writes what does not depend on a crowd,
 * and sends the row to its region. What becomes of it there is counted there.
 */
final class CohortStage implements JudgedRelease {

  private final ReleasePlan plan;
  private final ReleaseJudge judge;
  private final ReleaseCounts counts;
  private final CohortRows rows;
  private final OutputTag<CohortRow> regions;
  private final int maxBytes;
  private String versions = "";

  /**
   * @param rows of the release
   * @param maxBytes of a row as it leaves
   */
  CohortStage(
      ReleasePlan plan, ReleaseJudge judge, ReleaseCounts counts, CohortRows rows, int maxBytes) {
    this.plan = plan;
    this.judge = judge;
    this.counts = counts;
    this.rows = rows;
    this.regions = CohortRegions.rows(plan);
    this.maxBytes = maxBytes - ReleaseStage.HEADERS;
  }

  @Override
  public ReleasePlan plan() {
    return plan;
  }

  @Override
  public boolean treatsWith(String now) {
    return versions.equals(now);
  }

  /**
   * @param now of the keys
   */
  void treatWith(String now, KeyProvider keys) {
    versions = now;
    rows.treatWith(keys);
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
    Rejection rejection = written(event);
    if (rejection == null) {
      SourceRecord source = event.source();
      out.gather(regions, rows.row(event.eventTime(), source.partition(), source.offset()));
    } else {
      counts.refused(rejection.reason());
    }
    return rejection;
  }

  private @Nullable Rejection written(Event event) {
    try {
      Rejection rejection = rows.write(event);
      boolean tooLarge = rejection == null && rows.longest() > maxBytes;
      return tooLarge ? Rejection.of(Reason.TOO_LARGE) : rejection;
    } catch (UncheckedIOException fromOutside) {
      throw fromOutside; // what is away comes back: worth a restart
    } catch (RuntimeException unexpected) {
      throw defect(event, unexpected);
    }
  }

  /** Tells every region, those of former versions too, that a subject is to be forgotten. */
  void forget(ValueName gone, Outlet out) {
    Subject subject = new Subject(gone.high(), gone.low());
    for (int region : CohortRegions.everyKey(plan)) {
      out.gather(regions, CohortRow.forgetting(region, subject));
    }
  }

  @Override
  public void close() {
    rows.close();
  }
}
