package dev.weir.jobs.start;

import dev.weir.config.yaml.DocumentPath;
import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.KafkaRefusal;
import dev.weir.operators.stage.TreatSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The topics that a job reads and writes. */
final class TopicCheck {

  /** What a job does with a topic that it reads: it is asked for at once, not one by one. */
  private static final List<String> READ = List.of("DESCRIBE", "READ");

  /** And with one that it writes. */
  private static final List<String> WRITTEN =
      List.of("DESCRIBE", "DESCRIBE_CONFIGS", "READ", "WRITE");

  /** What a batch of one record adds to it. */
  private static final int OVERHEAD = 256;

  private final KafkaProbe probe;
  private final Writing writing;
  private final KeptTopics kept;
  private final KafkaTools tools;
  private final Findings findings;
  private int maxRecordBytes = TreatSettings.UNLIMITED;

  TopicCheck(
      KafkaProbe probe, Writing writing, KeptTopics kept, KafkaTools tools, Findings findings) {
    this.probe = probe;
    this.writing = writing;
    this.kept = kept;
    this.tools = tools;
    this.findings = findings;
  }

  /** What every topic that was checked takes. */
  int maxRecordBytes() {
    return maxRecordBytes;
  }

  /** Whether it is there. */
  boolean checkSource(String product, String topic) {
    DocumentPath path = Findings.path("sources", product, "topic");
    Optional<Boolean> there = asked(path, topic, () -> !probe.partitions(topic).isEmpty());
    if (there.orElse(false)) {
      findings.good(Findings.topic(topic), "is there to be read");
    } else if (there.isPresent()) {
      findings.addOfTopic(
          EnvironmentRule.SOURCE_TOPIC,
          topic,
          path,
          "the topic " + topic + " does not exist",
          "Check the name, or create it",
          tools.create(topic, Optional.empty(), Map.of()));
    }
    return there.orElse(false);
  }

  /** Checks the topics that are written and there; the maker is told of the others. */
  void checkOutputs(List<String> topics, TopicMaker maker) {
    for (String topic : topics) {
      settings(topic)
          .ifPresent(
              found ->
                  found.ifPresentOrElse(
                      settings -> checkOutput(topic, settings), () -> maker.missing(topic)));
    }
  }

  /** Checks the topics that were made. */
  void checkMade(List<String> topics) {
    topics.forEach(
        topic ->
            settings(topic)
                .flatMap(found -> found)
                .ifPresent(settings -> checkOutput(topic, settings)));
  }

  private Optional<Optional<Map<String, String>>> settings(String topic) {
    return asked(null, topic, () -> probe.topicSettings(topic));
  }

  private void checkOutput(String topic, Map<String, String> settings) {
    findings.judged(
        Findings.topic(topic),
        "is there to be written, and keeps timestamps and records",
        () -> checkSettings(topic, settings));
  }

  private void checkSettings(String topic, Map<String, String> settings) {
    maxRecordBytes =
        Math.min(maxRecordBytes, number(settings, "max.message.bytes", 1048588) - OVERHEAD);
    if ("LogAppendTime".equals(settings.get("message.timestamp.type"))) {
      refuse(
          topic,
          "stamps records with the broker's time, which tells more than the minute of release",
          "message.timestamp.type=CreateTime");
    }
    cleanup(topic, settings.getOrDefault("cleanup.policy", "delete"));
  }

  private void cleanup(String topic, String policy) {
    Optional<String> remembered = kept.remembers(topic);
    if (remembered.isPresent() && !policy.equals("compact")) {
      refuse(topic, "forgets " + remembered.get(), "cleanup.policy=compact");
    } else if (remembered.isEmpty() && policy.contains("compact")) {
      refuse(
          topic,
          "is compacted: it refuses records without a key, and forgets all but the last of a key",
          "cleanup.policy=delete");
    }
  }

  private void refuse(String topic, String what, String setting) {
    findings.addOfTopic(
        EnvironmentRule.OUTPUT_TOPIC_SETTINGS,
        topic,
        null,
        "the topic " + topic + " " + what,
        "Set " + setting,
        tools.set(topic, setting));
  }

  private static int number(Map<String, String> settings, String name, int otherwise) {
    String value = settings.get(name);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  private interface Question<T> {
    T ask();
  }

  /**
   * @param path what makes the job read the topic; null: what makes it write it
   */
  private <T> Optional<T> asked(@Nullable DocumentPath path, String topic, Question<T> question) {
    try {
      return Optional.of(question.ask());
    } catch (KafkaRefusal refusal) {
      if (!refusal.isOfRights()) {
        throw refusal;
      }
      findings.addOfTopic(
          EnvironmentRule.KAFKA_REFUSES,
          topic,
          path,
          "the broker says " + refusal.kind() + " of " + writing.named(topic),
          "Allow it to this user" + (path == null ? writing.orSuspend(topic) : ""),
          tools.allow("--topic " + topic, path == null ? WRITTEN : READ));
      return Optional.empty();
    }
  }
}
