package dev.weir.jobs.start;

import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.KafkaRefusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Makes the topics that a job writes and that are missing, if it was asked to; else names them all,
 * with the commands that make them. What an agreement or the gateway says of retention is set.
 */
final class TopicMaker {

  /** Kept for ever, and short: a start reads it whole. */
  private static final Map<String, String> PROGRESS =
      Map.of(
          "message.timestamp.type", "CreateTime",
          "cleanup.policy", "compact",
          "segment.bytes", String.valueOf(16 << 20),
          "min.cleanable.dirty.ratio", "0.1");

  private final KafkaProbe probe;
  private final AgreedRetention retention;
  private final KafkaTools tools;
  private final boolean asked;
  private final TreeSet<String> missing = new TreeSet<>();

  TopicMaker(KafkaProbe probe, AgreedRetention retention, KafkaTools tools, boolean asked) {
    this.probe = probe;
    this.retention = retention;
    this.tools = tools;
    this.asked = asked;
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

  private void refuse(String topic, Findings findings) {
    findings.addOfTopic(
        EnvironmentRule.OUTPUT_TOPIC,
        topic,
        null,
        "the topic " + topic + " does not exist",
        "Create it, or start with --create-topics",
        tools.create(topic, settings(topic)));
  }

  /** With as many partitions and replicas as the broker gives a topic. */
  private NewTopic topic(String name) {
    Optional<Integer> partitions =
        retention.keepsProgress(name) ? Optional.of(1) : Optional.empty();
    return new NewTopic(name, partitions, Optional.empty()).configs(settings(name));
  }

  private Map<String, String> settings(String topic) {
    if (retention.keepsProgress(topic)) {
      return PROGRESS;
    }
    Map<String, String> settings = new HashMap<>();
    settings.put("message.timestamp.type", "CreateTime");
    settings.put("cleanup.policy", retention.keepsSubjectKeys(topic) ? "compact" : "delete");
    retention.of(topic).ifPresent(ms -> settings.put("retention.ms", ms.toString()));
    return settings;
  }
}
