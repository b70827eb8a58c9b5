package dev.weir.jobs.start;

import dev.weir.operators.stage.Retention;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ReleasePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long the topics of a plan keep records.
 *
 * <p>Usage is kept for as long as it may be asked about: nobody agreed how long.
 *
 * @param kept those that keep them for ever
 * @param deadLetters of topics that no release writes; null: not said
 */
record AgreedRetention(JobPlan plan, KeptTopics kept, @Nullable Duration deadLetters) {

  /** In ms; empty if neither an agreement nor the gateway says it. */
  Optional<Long> of(String topic) {
    if (kept.contains(topic) || plan.usageTopics().contains(topic)) {
      return Optional.empty();
    }
    Optional<ReleasePlan> release =
        plan.releases().stream().filter(one -> one.topic().equals(topic)).findFirst();
    return release.isPresent()
        ? release.map(ReleasePlan::retention).map(AgreedRetention::millis)
        : Optional.ofNullable(deadLetters).map(Duration::toMillis);
  }

  private static long millis(String retention) {
    return Retention.length(retention, Instant.now()).toMillis();
  }
}
