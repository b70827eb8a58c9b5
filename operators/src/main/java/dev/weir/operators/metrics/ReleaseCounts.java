package dev.weir.operators.metrics;

import dev.weir.operators.record.Reason;
import dev.weir.plan.ReleasePlan;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.MetricGroup;

/** What became of the records that a release was asked about: in = released + all refused. */
public final class ReleaseCounts {

  private final Count in;
  private final Count released;
  private long late;
  private final ReasonCounts refused;

  private ReleaseCounts(Count in, Count released, ReasonCounts refused) {
    this.in = in;
    this.released = released;
    this.refused = refused;
  }

  /**
   * Registers the counts of a release: {@code weir.partner.agreement.release.} {@code in}, {@code
   * released}, and by {@code reason} {@code withheld} and {@code dead_lettered}.
   */
  public static ReleaseCounts register(RuntimeContext context, ReleasePlan release) {
    MetricGroup group = group(context, release);
    return new ReleaseCounts(
        count(context, group, release, CountName.IN),
        count(context, group, release, CountName.RELEASED),
        ReasonCounts.register(context, release, CountName::kind));
  }

  /** {@code weir.partner.agreement.release}, with their labels. */
  static MetricGroup group(RuntimeContext context, ReleasePlan release) {
    return context
        .getMetricGroup()
        .addGroup("weir")
        .addGroup("partner", release.partner())
        .addGroup("agreement", release.agreement())
        .addGroup("release", release.release());
  }

  private static Count count(
      RuntimeContext context, MetricGroup group, ReleasePlan release, String what) {
    return Count.register(context, group, what, CountName.of(release, what));
  }

  /**
   * What they were at one time, or how much more at another.
   *
   * @param late came after their window was over, in releases of statistics
   * @param byReason in the reasons' order
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Values(long in, long released, long late, long[] byReason) {

    public long refused(Reason reason) {
      return byReason[reason.ordinal()];
    }

    /** The difference. */
    public Values minus(Values before) {
      long[] more = byReason.clone();
      for (int reason = 0; reason < more.length; reason++) {
        more[reason] -= before.byReason[reason];
      }
      return new Values(in - before.in, released - before.released, late - before.late, more);
    }
  }

  /** What they are now. */
  public Values values() {
    return new Values(in.getCount(), released.getCount(), late, refused.values());
  }

  public void released() {
    in.inc();
    released.inc();
  }

  /** Withheld or dead-lettered, as the reason says. */
  public void refused(Reason reason) {
    refused(reason, 1);
  }

  /** So many, likewise. */
  public void refused(Reason reason, long records) {
    in.inc(records);
    refused.add(reason, records);
  }

  /** Records that have come, and are told of elsewhere. */
  void came(long records) {
    in.inc(records);
  }

  /** Records whose windows were over. */
  void late(long records) {
    came(records);
    late += records;
  }

  /** Rows that are made of many records, or of none. */
  void left(long rows) {
    released.inc(rows);
  }
}
