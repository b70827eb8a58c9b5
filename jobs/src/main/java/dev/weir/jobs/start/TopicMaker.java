package dev.weir.jobs.start;

import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.KafkaRefusal;
import dev.weir.operators.stage.Retention;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ReleasePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/**
 * Makes the topics that a job writes and that are missing, if it was asked to; else names them all,
 * with the commands that make them. What an agreement or the gateway says of retention is set.
 */
final class TopicMaker {

  private final KafkaProbe probe;
  private final JobPlan plan;
  private final boolean asked;
  private final @Nullable Duration deadLetterRetention;
  private final TreeSet<String> missing = new TreeSet<>();

  TopicMaker(
      KafkaProbe probe, JobPlan plan, boolean asked, @Nullable Duration deadLetterRetention) {
    this.probe = probe;
    this.plan = plan;
    this.asked = asked;
    this.deadLetterRetention = deadLetterRetention;
  }

  void missing(String topic) {
    missing.add(topic);
  }

  /** Refuses to start without them, unless they are to be made. */
  void refuseUnlessAsked(Findings findings) {
    if (!asked) {
      missing.forEach(topic -> refuse(topic, findings));
    }
  }

  /** Makes what is missing: the topics that were made. */
  List<String> make(Findings findings) {
    if (missing.isEmpty()) {
      return List.of();
    }
    try {
      probe.create(missing.stream().map(this::topic).toList());
      return List.copyOf(missing);
    } catch (KafkaRefusal refusal) {
      missing.forEach(
          topic ->
              findings.addOfTopic(
                  EnvironmentRule.OUTPUT_TOPIC,
                  topic,
                  "the topic " + topic + " could not be created: " + refusal.kind(),
                  "Allow Create, or create it"));
      return List.of();
    }
  }

  private static void refuse(String topic, Findings findings) {
    findings.addOfTopic(
        EnvironmentRule.OUTPUT_TOPIC,
        topic,
        "the topic " + topic + " does not exist",
        "Create it, or start with --create-topics");
  }

  /** With as many partitions and replicas as the broker gives a topic. */
  private NewTopic topic(String name) {
    Map<String, String> settings = new HashMap<>();
    settings.put("message.timestamp.type", "CreateTime");
    settings.put("cleanup.policy", keepsSubjectKeys(plan, name) ? "compact" : "delete");
    retention(name).ifPresent(ms -> settings.put("retention.ms", ms.toString()));
    return new NewTopic(name, Optional.empty(), Optional.empty()).configs(settings);
  }

  /** Such a topic has the newest key of every subject, for ever. */
  static boolean keepsSubjectKeys(JobPlan plan, String topic) {
    return plan.products().stream().anyMatch(product -> topic.equals(product.subjectKeys()));
  }

  private Optional<Long> retention(String topic) {
    if (keepsSubjectKeys(plan, topic)) {
      return Optional.empty();
    }
    Optional<Long> agreed =
        plan.releases().stream()
            .filter(release -> release.topic().equals(topic))
            .findFirst()
            .map(ReleasePlan::retention)
            .map(TopicMaker::millis);
    return agreed.or(() -> Optional.ofNullable(deadLetterRetention).map(Duration::toMillis));
  }

  private static long millis(String retention) {
    return Retention.length(retention, Instant.now()).toMillis();
  }
}
