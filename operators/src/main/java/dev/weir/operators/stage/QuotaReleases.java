package dev.weir.operators.stage;

import dev.weir.operators.meter.MeterSettings;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.WaitingUnit;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The releases of one agreement, by their topics. Confined to one thread. */
final class QuotaReleases {

  private static final Logger LOG = LoggerFactory.getLogger(QuotaReleases.class);

  private final String agreement;
  private final Map<String, QuotaRelease> byTopic = new LinkedHashMap<>();
  private Duration horizon = Duration.ZERO;

  private QuotaReleases(String agreement) {
    this.agreement = agreement;
  }

  /**
   * @param agreement its id; the plan may have none of it any more
   */
  static QuotaReleases open(
      String agreement,
      JobPlan plan,
      @Nullable MeterSettings metering,
      RuntimeContext context,
      long now) {
    QuotaReleases releases = new QuotaReleases(agreement);
    for (ProductPlan product : plan.products()) {
      for (ReleasePlan release : product.releases()) {
        if (release.agreement().equals(agreement)) {
          releases.add(release, QuotaRelease.open(context, product, release, metering), now);
        }
      }
    }
    return releases;
  }

  private void add(ReleasePlan plan, QuotaRelease release, long now) {
    byTopic.put(plan.topic(), release);
    CohortPlan cohort = plan.cohort();
    if (cohort != null) {
      Duration more = Retention.length(cohort.horizon(), Instant.ofEpochMilli(now));
      horizon = more.compareTo(horizon) > 0 ? more : horizon;
    }
  }

  /** Null: it goes to a topic that nothing is released to any more. */
  @Nullable QuotaRelease of(OutputRecord record) {
    return byTopic.get(record.topic());
  }

  /** By which a record is written now; empty: there is no such release. */
  String formOf(OutputRecord record) {
    QuotaRelease release = of(record);
    return release == null ? "" : release.form();
  }

  /** Whose rows leave together with a record: so many people's, or so many of a window. */
  int company(OutputRecord record) {
    QuotaRelease release = of(record);
    return release == null ? 1 : release.company(record);
  }

  /** Whether it is a row of a window of statistics. */
  boolean isOfWindow(OutputRecord record) {
    QuotaRelease release = of(record);
    return release != null && release.counts();
  }

  /** Crowds of which nothing has left since are not remembered. */
  Instant remembersSince(long now) {
    return Instant.ofEpochMilli(now).minus(horizon);
  }

  /** Counts what is withheld; of a release that is no more, at another one of the agreement. */
  void refused(WaitingUnit unit, Reason reason, long now) {
    QuotaRelease release = of(unit.first());
    int records = unit.records().size();
    if (release == null) {
      release = byTopic.values().stream().findFirst().orElse(null);
    }
    if (release == null) {
      LOG.warn("{} records of {}, which is no more, waited and are withheld", records, agreement);
    } else {
      release.refused(reason, records, now);
    }
  }

  /** What the owner is told of what was counted. */
  void tell(String part, Consumer<OutputRecord> out) {
    byTopic.values().forEach(release -> release.tell(part, out));
  }
}
