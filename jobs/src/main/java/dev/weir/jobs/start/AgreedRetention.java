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
 * @param deadLetters of topics that no release writes; null: not said
 */
record AgreedRetention(JobPlan plan, @Nullable Duration deadLetters) {

  /** In ms; empty if neither an agreement nor the gateway says it. */
  Optional<Long> of(String topic) {
    if (keepsSubjectKeys(topic) || keepsProgress(topic)) {
      return Optional.empty();
    }
    Optional<ReleasePlan> release =
        plan.releases().stream().filter(one -> one.topic().equals(topic)).findFirst();
    return release.isPresent()
        ? release.map(ReleasePlan::retention).map(AgreedRetention::millis)
        : Optional.ofNullable(deadLetters).map(Duration::toMillis);
  }

  /** Such a topic has the newest key of every subject, for ever. */
  boolean keepsSubjectKeys(String topic) {
    return plan.products().stream().anyMatch(product -> topic.equals(product.subjectKeys()));
  }

  /** Such a topic has the newest record of every subtask, for ever. */
  boolean keepsProgress(String topic) {
    return topic.equals(plan.sink().progressTopic());
  }

  private static long millis(String retention) {
    return Retention.length(retention, Instant.now()).toMillis();
  }
}
