package dev.weir.jobs.start;

import dev.weir.plan.JobPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * How the topics that Weir writes are to be made.
 *
 * @param retention of those that forget
 */
record NewTopics(KeptTopics kept, AgreedRetention retention) {

  /** Those that a job or a replay of the gateway writes. */
  static NewTopics of(JobPlan plan, KeptTopics kept, GatewaySettings gateway) {
    return new NewTopics(kept, new AgreedRetention(plan, kept, gateway.deadLetterRetention()));
  }

  /** With as many replicas as the broker gives a topic. */
  NewTopic topic(String name) {
    return new NewTopic(name, partitions(name), Optional.empty()).configs(settings(name));
  }

  /** Empty: as many as the broker gives a topic. */
  Optional<Integer> partitions(String topic) {
    return kept.isSmall(topic) ? Optional.of(1) : Optional.empty();
  }

  /** By name. */
  Map<String, String> settings(String topic) {
    Map<String, String> settings = new HashMap<>();
    settings.put("message.timestamp.type", "CreateTime");
    settings.put("cleanup.policy", kept.contains(topic) ? "compact" : "delete");
    retention.of(topic).ifPresent(ms -> settings.put("retention.ms", ms.toString()));
    if (retention.plan().usageTopics().contains(topic)) {
      settings.put("retention.ms", "-1"); // what was billed by it may be disputed later
    }
    if (kept.isSmall(topic)) {
      settings.put("segment.bytes", String.valueOf(16 << 20));
      settings.put("min.cleanable.dirty.ratio", "0.1");
    }
    return settings;
  }
}
