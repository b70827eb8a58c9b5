package dev.weir.jobs.start;

import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.KafkaRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;

/**
 * The topic of the control log. It must keep every command for ever: to forget one would bring a
 * destroyed key back. So it is not compacted either: who may write could then take a command out by
 * writing another under its key. And the broker stamps it, so that a command's age is not its
 * sender's to say.
 */
final class ControlTopicCheck {

  private static final Optional<Integer> ONE = Optional.of(1);
  private static final Map<String, String> SETTINGS =
      new TreeMap<>(
          Map.of(
              "cleanup.policy", "delete",
              "retention.ms", "-1",
              "retention.bytes", "-1",
              "message.timestamp.type", "LogAppendTime"));

  private final KafkaProbe probe;
  private final String topic;
  private final KafkaTools tools;
  private final Findings findings;
  private boolean missing;

  ControlTopicCheck(KafkaProbe probe, String topic, KafkaTools tools, Findings findings) {
    this.probe = probe;
    this.topic = topic;
    this.tools = tools;
    this.findings = findings;
  }

  /** Judges the topic if it is there. */
  void check(boolean createTopics) {
    try {
      Optional<Map<String, String>> settings = probe.topicSettings(topic);
      missing = settings.isEmpty();
      settings.ifPresent(this::check);
      if (missing && !createTopics) {
        refuse(
            EnvironmentRule.OUTPUT_TOPIC,
            "the topic " + topic + " does not exist",
            "Create it, or say --create-topics",
            tools.create(topic, ONE, SETTINGS));
      }
    } catch (KafkaRefusal refusal) {
      refuse(
          EnvironmentRule.KAFKA_REFUSES,
          "the broker says " + refusal.kind() + " of the topic " + topic,
          "Allow Describe, DescribeConfigs and Read on it",
          tools.allow("--topic " + topic, List.of("READ", "DESCRIBE_CONFIGS")));
    }
  }

  private void check(Map<String, String> settings) {
    if (probe.partitions(topic).size() != 1) {
      refuse(
          EnvironmentRule.OUTPUT_TOPIC_SETTINGS,
          "the topic " + topic + " does not keep commands in one order: it has several partitions",
          anew(),
          tools.createAnew(topic, ONE, SETTINGS));
    } else if (!SETTINGS.entrySet().stream().allMatch(wanted -> has(settings, wanted))) {
      refuse(
          EnvironmentRule.OUTPUT_TOPIC_SETTINGS,
          "the topic "
              + topic
              + " does not keep every command for ever, with the time of its coming",
          "Set " + text(),
          tools.set(topic, text()));
    }
  }

  /** No broker takes partitions away. */
  private String anew() {
    boolean empty = probe.ends(topic).offsets().values().stream().allMatch(end -> end == 0);
    return empty
        ? "It has never held a command: delete it, and make it with one partition"
        : "It holds commands, which go with it. Only if each is sent again, that of a destroyed key"
            + " among them, delete it, and make it with one partition";
  }

  private static boolean has(Map<String, String> settings, Map.Entry<String, String> wanted) {
    return wanted.getValue().equals(settings.get(wanted.getKey()));
  }

  /** Makes the topic if it is missing, and asks where it ends. */
  long end() {
    try {
      if (missing) {
        probe.create(List.of(new NewTopic(topic, ONE, Optional.empty()).configs(SETTINGS)));
        return 0;
      }
      return probe.ends(topic).offsets().getOrDefault(new TopicPartition(topic, 0), 0L);
    } catch (KafkaRefusal refusal) {
      refuse(
          EnvironmentRule.OUTPUT_TOPIC,
          "the topic " + topic + " could not be made or read: " + refusal.kind(),
          "Allow Create and Read, or create it",
          tools.create(topic, ONE, SETTINGS));
      return 0;
    }
  }

  private void refuse(EnvironmentRule rule, String what, String mend, String command) {
    findings.addOf(Findings.topic(topic), rule, Findings.path("control"), what, mend, command);
  }

  private static String text() {
    return String.join(",", SETTINGS.entrySet().stream().map(Map.Entry::toString).toList());
  }
}
