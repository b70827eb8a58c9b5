package dev.weir.jobs.file;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.metrics.CohortTally;
import dev.weir.operators.metrics.ReleaseTally;
import dev.weir.operators.metrics.SourceTally;
import dev.weir.operators.metrics.StatisticsTally;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run has done: {@code summary.json}.
 *
 * @param blank lines without anything
 * @param tombstone Kafka records without a value; a file has none
 * @param releases by topic, in the plan's order
 * @param windowsFrom {@code data}: which windows there are follows from the records, and is not
 *     protected; null: they were given, or there are none
 * @param crowds of releases of cohorts, likewise: for the screen and the report, not in the file
 */
public record Summary(
    long blank,
    long tombstone,
    Map<String, Release> releases,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String windowsFrom,
    @JsonIgnore Map<String, CohortTally> crowds) {

  public Summary {
    releases = Collections.unmodifiableMap(new LinkedHashMap<>(releases));
    crowds = Collections.unmodifiableMap(new LinkedHashMap<>(crowds));
  }

  /**
   * One release; in = released + all withheld + all dead-lettered; of statistics in = aggregated +
   * bounded + late + all withheld + all dead-lettered, and what is released are rows.
   *
   * @param agreement {@code id@version}
   * @param withheld by reason
   * @param deadLettered by reason
   * @param counted null: it is no release of statistics
   */
  public record Release(
      String partner,
      String agreement,
      String release,
      String kind,
      @JsonProperty("in") long in,
      long released,
      Map<String, Long> withheld,
      Map<String, Long> deadLettered,
      @JsonUnwrapped @Nullable StatisticsTally counted) {

    /** Of records or cohorts. */
    public Release(
        String partner,
        String agreement,
        String release,
        String kind,
        long in,
        long released,
        Map<String, Long> withheld,
        Map<String, Long> deadLettered) {
      this(partner, agreement, release, kind, in, released, withheld, deadLettered, null);
    }
  }

  /** How many records and blank lines were read. */
  long read() {
    return blank + tombstone + releases.values().stream().mapToLong(Release::in).max().orElse(0);
  }

  /**
   * Reads it from the accumulators of a job.
   *
   * @param windowsOfRecords whether those of statistics are those that the records are of
   */
  static Summary of(JobPlan plan, Map<String, Object> accumulators, boolean windowsOfRecords) {
    long blank = 0;
    long tombstone = 0;
    for (ProductPlan product : plan.products()) {
      SourceTally tally = SourceTally.of(product, accumulators);
      blank += tally.blank();
      tombstone += tally.tombstone();
    }
    Map<String, Release> releases = new LinkedHashMap<>();
    plan.releases()
        .forEach(release -> releases.put(release.topic(), release(release, accumulators)));
    Map<String, CohortTally> crowds = new LinkedHashMap<>();
    plan.releases().stream()
        .filter(release -> release.cohort() != null)
        .forEach(release -> crowds.put(release.topic(), crowd(release, accumulators)));
    String windowsFrom = windowsOfRecords && plan.counts() ? "data" : null;
    return new Summary(blank, tombstone, releases, windowsFrom, crowds);
  }

  private static CohortTally crowd(ReleasePlan plan, Map<String, Object> accumulators) {
    return CohortTally.of(plan, CohortSpace.of(plan).names(), accumulators);
  }

  private static Release release(ReleasePlan plan, Map<String, Object> accumulators) {
    ReleaseTally tally = ReleaseTally.of(plan, accumulators);
    return new Release(
        plan.partner(),
        plan.agreementInVersion(),
        plan.release(),
        plan.kind(),
        tally.in(),
        tally.released(),
        tally.withheld(),
        tally.deadLettered(),
        plan.statistics() == null ? null : StatisticsTally.of(plan, accumulators));
  }
}
