package dev.weir.operators.stage;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.judge.ReleaseJudge;
import dev.weir.operators.meter.InternalMeter;
import dev.weir.operators.metrics.ReleaseCounts;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Origin;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.treat.Holes;
import dev.weir.operators.treat.Treater;
import dev.weir.plan.ReleasePlan;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.apache.flink.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** One release in one subtask: judges, treats, counts, and lets out. */
final class ReleaseStage implements JudgedRelease {

  /** What the headers may take of a record. */
  static final int HEADERS = 256;

  private final ReleasePlan plan;
  private final ReleaseJudge judge;
  private final ReleaseCounts counts;
  private final @Nullable InternalMeter meter;
  private final Function<Event, @Nullable ValueName> whose;
  private final Holes holes = new Holes();
  private final int maxBytes;
  private final ByteOutput value = new ByteOutput(1 << 10);
  private final ByteOutput key = new ByteOutput(1 << 7);

  @SuppressWarnings("NullAway.Init") // set before the first event
  private Treatment treatment;

  @SuppressWarnings("NullAway.Init") // as above, and read with every event
  private Treater treater;

  @SuppressWarnings("NullAway.Init") // as above
  private Departure departure;

  /**
   * What changes when keys do.
   *
   * @param versions of the keys
   */
  record Treatment(String versions, Treater treater, Departure departure) implements AutoCloseable {
    @Override
    public void close() throws Exception {
      if (treater instanceof AutoCloseable closeable) {
        closeable.close();
      }
    }
  }

  /**
   * @param meter counts whose the records are that leave; null: nobody asks
   * @param whose names whose an event is, for what may have to wait
   */
  ReleaseStage(
      ReleasePlan plan,
      ReleaseJudge judge,
      ReleaseCounts counts,
      @Nullable InternalMeter meter,
      Function<Event, @Nullable ValueName> whose,
      int maxBytes) {
    this.plan = plan;
    this.judge = judge;
    this.counts = counts;
    this.meter = meter;
    this.whose = whose;
    this.maxBytes = maxBytes - HEADERS;
  }

  @Override
  public ReleasePlan plan() {
    return plan;
  }

  /** What its treater leaves open in the record at hand. */
  Holes holes() {
    return holes;
  }

  @Override
  public boolean treatsWith(String versions) {
    return treatment.versions().equals(versions);
  }

  /** Treats what comes from now on so. */
  void treatWith(Treatment now) {
    IOUtils.closeQuietly(treatment);
    treatment = now;
    treater = now.treater();
    departure = now.departure();
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
    Rejection rejection = treat(event);
    if (rejection == null) {
      leave(event, departure.record(key, value, event.source(), treater.cells(), now), out);
    } else {
      counts.refused(rejection.reason());
    }
    return rejection;
  }

  /** What a quota may keep back is counted where that is decided. */
  private void leave(Event event, OutputRecord record, Outlet out) {
    if (plan.restrained()) {
      Origin origin = new Origin(event.eventTime(), null, whose.apply(event));
      out.leave(departure.waiting(record, origin), holes.found());
      return;
    }
    counts.released();
    if (meter != null) {
      meter.released(event);
    }
    out.leave(record, holes.found());
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
      throw defect(event, unexpected);
    }
  }

  @Override
  public void close() throws Exception {
    treatment.close();
  }
}
