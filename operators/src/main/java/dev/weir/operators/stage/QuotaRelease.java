package dev.weir.operators.stage;

import dev.weir.operators.judge.ReleaseJudge;
import dev.weir.operators.meter.InternalMeters;
import dev.weir.operators.meter.MeterSettings;
import dev.weir.operators.metrics.ReleaseCounts;
import dev.weir.operators.metrics.StatisticsCounts;
import dev.weir.operators.record.Origin;
import dev.weir.operators.record.Origin.Member;
import dev.weir.operators.record.OutputHeader;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.WaitingUnit;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleaseForm;
import dev.weir.plan.ReleasePlan;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.jspecify.annotations.Nullable;

/**
 * A release whose records a quota may keep back: judges them again, counts what becomes of them,
 * and stamps those that leave with the time at which they do. Confined to one thread.
 */
final class QuotaRelease {

  private static final String NO_VERSION = "";
  private static final byte[] NO_KEY = {};

  private final ReleasePlan plan;
  private final String form;
  private final ReleaseJudge judge;
  private final ReleaseCounts counts;
  private final @Nullable StatisticsCounts rows;
  private final @Nullable InternalMeters meters;
  private final Map<String, Departure> departures = new HashMap<>();

  private QuotaRelease(
      ProductPlan product,
      ReleasePlan plan,
      ReleaseCounts counts,
      @Nullable StatisticsCounts rows,
      @Nullable InternalMeters meters) {
    this.plan = plan;
    this.form = ReleaseForm.of(product, plan);
    this.judge = ReleaseJudge.compile(product, plan);
    this.counts = counts;
    this.rows = rows;
    this.meters = meters;
  }

  /**
   * @param metering how what is counted is told; null: nobody is told
   */
  static QuotaRelease open(
      RuntimeContext context,
      ProductPlan product,
      ReleasePlan plan,
      @Nullable MeterSettings metering) {
    StatisticsCounts rows =
        plan.statistics() == null ? null : StatisticsCounts.register(context, plan);
    ReleaseCounts counts = rows == null ? ReleaseCounts.register(context, plan) : rows.counts();
    return new QuotaRelease(
        product,
        plan,
        counts,
        rows,
        metering == null ? null : InternalMeters.ofRelease(metering, plan, counts));
  }

  String form() {
    return form;
  }

  /** Whether its records are rows of windows of statistics. */
  boolean counts() {
    return rows != null;
  }

  /**
   * Distinct people whose first rows leave together, or rows of a window; 1: records need no
   * company.
   */
  int company(OutputRecord record) {
    CohortPlan cohort = plan.cohort();
    if (cohort != null) {
      return cohort.k();
    }
    Member member = WaitingUnit.origin(record).member();
    return member == null ? 1 : member.rows();
  }

  /** Why a record of that unit may not leave now; null: it may. */
  @Nullable Reason judge(WaitingUnit unit, OutputRecord record, long now) {
    return unit.form().equals(form)
        ? judge.judgeAgain(WaitingUnit.origin(record).eventTime(), now)
        : Reason.AGREEMENT_CHANGED;
  }

  /** What leaves of a record. */
  OutputRecord released(OutputRecord record, long now) {
    note(now);
    if (rows == null) {
      counts.released();
    } else {
      rows.released(1);
    }
    byte[] key = record.key() == null ? NO_KEY : record.key();
    OutputRecord released =
        departures
            .computeIfAbsent(version(record), this::departure)
            .record(key, record.value(), record.partition(), record.offset(), now);
    Origin origin = WaitingUnit.origin(record);
    return origin.epsilon() == 0 ? released : released.of(origin); // for the meter
  }

  private Departure departure(String version) {
    return new Departure(plan, version.equals(NO_VERSION) ? null : version);
  }

  private static String version(OutputRecord record) {
    for (OutputHeader header : record.headers()) {
      if (header.name().equals(Departure.KEY_VERSION)) {
        return header.value();
      }
    }
    return NO_VERSION;
  }

  void refused(Reason reason, int records, long now) {
    note(now);
    if (rows == null) {
      counts.refused(reason, records);
    } else {
      rows.rowsWithheld(reason, records);
    }
  }

  private void note(long now) {
    if (meters != null) {
      meters.at(now);
    }
  }

  /** What the owner is told of what was counted. */
  void tell(String part, Consumer<OutputRecord> out) {
    if (meters != null) {
      meters.tell(part, out);
    }
  }
}
