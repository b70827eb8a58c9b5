package dev.weir.operators.stage;

import dev.weir.config.FieldPath;
import dev.weir.config.agreement.CohortMode;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.privacy.cohort.Mode;
import dev.weir.privacy.cohort.Policy;
import dev.weir.privacy.cohort.Tuning;
import dev.weir.privacy.crowd.Closeness;
import dev.weir.privacy.crowd.Diversity;
import dev.weir.privacy.crowd.Guarantee;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What a plan asks of crowds, for those who form them; times are in ms. */
public final class CohortPolicy {

  private CohortPolicy() {}

  /**
   * The policy of a release.
   *
   * @param now months differ in length; ms since the epoch
   */
  public static Policy of(CohortPlan plan, long now) {
    List<FieldPath> fields = plan.sensitive();
    Guarantee guarantee =
        new Guarantee(
            plan.k(),
            plan.diversity().stream().map(rule -> diversity(rule, fields)).toList(),
            plan.closeness().stream().map(rule -> closeness(rule, fields)).toList());
    Mode mode = plan.mode() == CohortMode.STABLE ? Mode.STABLE : Mode.WINDOW;
    return new Policy(
        mode,
        guarantee,
        fields.size(),
        millis(plan.hold(), now),
        millis(plan.horizon(), now),
        plan.pace() != null,
        Tuning.USUAL);
  }

  /** From tick to tick of the public clock, in ms; 0: there is none. */
  static long pace(CohortPlan plan) {
    return plan.pace() == null ? 0 : Duration.parse(plan.pace()).toMillis();
  }

  private static Diversity diversity(CohortPlan.Diverse rule, List<FieldPath> fields) {
    return new Diversity(fields.indexOf(rule.field()), rule.l().doubleValue(), rule.entropy());
  }

  private static Closeness closeness(CohortPlan.Close rule, List<FieldPath> fields) {
    return new Closeness(fields.indexOf(rule.field()), rule.t().doubleValue(), rule.ordered());
  }

  /** How long rows are with a partner, in ms: the horizon, where the agreement does not say. */
  static long retention(ReleasePlan release, long now) {
    String horizon = Objects.requireNonNull(release.cohort()).horizon();
    return millis(release.retention() == null ? horizon : release.retention(), now);
  }

  private static long millis(String period, long now) {
    return Retention.length(period, Instant.ofEpochMilli(now)).toMillis();
  }
}
