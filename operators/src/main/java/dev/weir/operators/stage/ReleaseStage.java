package dev.weir.operators.stage;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.judge.ReleaseJudge;
import dev.weir.operators.metrics.ReleaseCounts;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.treat.Holes;
import dev.weir.operators.treat.Treater;
import dev.weir.plan.ReleasePlan;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** One release in one subtask: judges, treats, counts, and lets out. */
final class ReleaseStage implements AutoCloseable {

  /** What the headers may take of a record. */
  static final int HEADERS = 256;

  private final ReleasePlan plan;
  private final ReleaseJudge judge;
  private final Treater treater;
  private final ReleaseCounts counts;
  private final Departure departure;
  private final Holes holes;
  private final int maxBytes;
  private final ByteOutput value = new ByteOutput(1 << 10);
  private final ByteOutput key = new ByteOutput(1 << 7);

  ReleaseStage(
      ReleasePlan plan,
      ReleaseJudge judge,
      Treater treater,
      ReleaseCounts counts,
      Departure departure,
      Holes holes,
      int maxBytes) {
    this.plan = plan;
    this.judge = judge;
    this.treater = treater;
    this.counts = counts;
    this.departure = departure;
    this.holes = holes;
    this.maxBytes = maxBytes - HEADERS;
  }

  ReleasePlan plan() {
    return plan;
  }

  /** Counts an event that decode has refused for all releases. */
  void refused(Rejection rejection) {
    counts.refused(rejection.reason());
  }

  /**
   * Lets the event out, or withholds it.
   *
   * @return why it must be dead-lettered; null if it need not
   */
  @Nullable Rejection apply(Event event, long now, Outlet out) {
    Reason withheld = judge.judge(event, now);
    if (withheld != null) {
      counts.refused(withheld);
      return null;
    }
    Rejection rejection = treat(event);
    if (rejection == null) {
      counts.released();
      out.leave(departure.record(key, value, event.source(), now), holes.found());
    } else {
      counts.refused(rejection.reason());
    }
    return rejection;
  }

  private @Nullable Rejection treat(Event event) {
    value.reset();
    key.reset();
    holes.clear();
    Rejection rejection = treated(event);
    boolean tooLarge = rejection == null && value.length() + key.length() > maxBytes;
    return tooLarge ? Rejection.of(Reason.TOO_LARGE) : rejection;
  }

  private @Nullable Rejection treated(Event event) {
    try {
      return treater.treat(event, value, key);
    } catch (UncheckedIOException fromOutside) {
      throw fromOutside; // what is away comes back: worth a restart
    } catch (RuntimeException unexpected) {
      String where = "treating " + event.source() + " for " + plan.agreement();
      throw JobStoppedException.defect(where + "/" + plan.release(), unexpected);
    }
  }

  @Override
  public void close() throws Exception {
    if (treater instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }
}
