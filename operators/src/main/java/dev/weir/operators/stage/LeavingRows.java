package dev.weir.operators.stage;

import dev.weir.operators.cohort.Completion;
import dev.weir.operators.metrics.ReleaseCounts;
import dev.weir.operators.metrics.Standing;
import dev.weir.operators.record.Origin;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.Reason;
import dev.weir.plan.ReleasePlan;
import dev.weir.privacy.cohort.Outcome;
import dev.weir.privacy.cohort.Subject;
import java.time.Instant;
import java.util.function.Consumer;

/** Rows of a release of cohorts that leave, unless the agreement has ended meanwhile. */
final class LeavingRows implements CohortRegion.Out {

  private final Departure departure;
  private final ReleaseCounts counts;
  private final CohortWatch watch;
  private final WallClock clock;
  private final long end;
  private final boolean restrained;
  private final Consumer<OutputRecord> out;
  private long now = Long.MIN_VALUE;

  LeavingRows(
      ReleasePlan release,
      ReleaseCounts counts,
      CohortWatch watch,
      WallClock clock,
      Consumer<OutputRecord> out) {
    this.departure = new Departure(release, null);
    this.restrained = release.restrained();
    this.counts = counts;
    this.watch = watch;
    this.clock = clock;
    this.end = Instant.parse(release.to()).toEpochMilli();
    this.out = out;
  }

  @Override
  public void turn() {
    now = clock.millis();
  }

  @Override
  public boolean leave(Completion.Completed row) {
    if (now >= end) {
      counts.refused(Reason.OUTSIDE_PERIOD);
      return false;
    }
    OutputRecord record =
        departure.record(row.key(), row.value(), row.partition(), row.offset(), now);
    Origin origin = row.origin();
    if (origin != null) {
      out.accept(departure.waiting(record, origin)); // the quota counts what becomes of it
    } else if (restrained) {
      counts.refused(Reason.AGREEMENT_CHANGED); // decided when there was no quota to hold it to
      return false;
    } else {
      counts.released();
      out.accept(record);
    }
    return true;
  }

  @Override
  public void withhold(Reason reason, int rows) {
    for (int row = 0; row < rows; row++) {
      counts.refused(reason);
    }
  }

  @Override
  public void decided(Outcome outcome, long now) throws Exception {
    watch.decided(outcome, now);
  }

  @Override
  public void forget(Subject subject) throws Exception {
    watch.forget(subject);
  }

  @Override
  public void stands(Standing change) {
    watch.stands(change);
  }
}
