package dev.weir.operators.stage;

import dev.weir.operators.judge.ReleaseJudge;
import dev.weir.operators.meter.InternalMeters;
import dev.weir.operators.meter.MeterSettings;
import dev.weir.operators.metrics.ReleaseCounts;
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

  private static final String KEY_VERSION = "weir-key-version";
  private static final String NO_VERSION = "";
  private static final byte[] NO_KEY = {};

  private final ReleasePlan plan;
  private final String form;
  private final ReleaseJudge judge;
  private final ReleaseCounts counts;
  private final @Nullable InternalMeters meters;
  private final Map<String, Departure> departures = new HashMap<>();

  private QuotaRelease(
      ProductPlan product,
      ReleasePlan plan,
      ReleaseCounts counts,
      @Nullable InternalMeters meters) {
    this.plan = plan;
    this.form = ReleaseForm.of(product, plan);
    this.judge = ReleaseJudge.compile(product, plan);
    this.counts = counts;
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
    ReleaseCounts counts = ReleaseCounts.register(context, plan);
    return new QuotaRelease(
        product,
        plan,
        counts,
        metering == null ? null : InternalMeters.ofRelease(metering, plan, counts));
  }

  String form() {
    return form;
  }

  /** Distinct people whose first rows leave together; 1: records need no company. */
  int company() {
    CohortPlan cohort = plan.cohort();
    return cohort == null ? 1 : cohort.k();
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
    counts.released();
    byte[] key = record.key() == null ? NO_KEY : record.key();
    return departures
        .computeIfAbsent(version(record), this::departure)
        .record(key, record.value(), record.partition(), record.offset(), now);
  }

  private Departure departure(String version) {
    return new Departure(plan, version.equals(NO_VERSION) ? null : version);
  }

  private static String version(OutputRecord record) {
    for (OutputHeader header : record.headers()) {
      if (header.name().equals(KEY_VERSION)) {
        return header.value();
      }
    }
    return NO_VERSION;
  }

  void refused(Reason reason, int records, long now) {
    note(now);
    for (int record = 0; record < records; record++) {
      counts.refused(reason);
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
