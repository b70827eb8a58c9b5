package dev.weir.jobs.start;

import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.KafkaRefusal;
import dev.weir.operators.stage.TreatSettings;
import dev.weir.plan.JobPlan;
import java.util.Map;
import java.util.Optional;

/** The topics that a job reads and writes. */
final class TopicCheck {

  /** What a batch of one record adds to it. */
  private static final int OVERHEAD = 256;

  private final KafkaProbe probe;
  private final Findings findings;
  private int maxRecordBytes = TreatSettings.UNLIMITED;

  TopicCheck(KafkaProbe probe, Findings findings) {
    this.probe = probe;
    this.findings = findings;
  }

  /** What every topic that was checked takes. */
  int maxRecordBytes() {
    return maxRecordBytes;
  }

  /** Whether it is there. */
  boolean checkSource(String product, String topic) {
    String path = "sources." + product + ".topic";
    Optional<Boolean> there = asked(path, topic, () -> !probe.partitions(topic).isEmpty());
    if (there.isPresent() && !there.get()) {
      findings.add(
          EnvironmentRule.SOURCE_TOPIC,
          path,
          "the topic " + topic + " does not exist",
          "Check the name, or create it");
    }
    return there.orElse(false);
  }

  void checkOutputs(JobPlan plan, TopicMaker maker) {
    for (String topic : plan.sink().topics()) {
      asked("", topic, () -> probe.topicSettings(topic))
          .ifPresent(
              found ->
                  found.ifPresentOrElse(
                      settings -> checkOutput(topic, settings), () -> maker.missing(topic)));
    }
    maker
        .make(findings)
        .forEach(
            topic ->
                asked("", topic, () -> probe.topicSettings(topic))
                    .flatMap(found -> found)
                    .ifPresent(settings -> checkOutput(topic, settings)));
  }

  private void checkOutput(String topic, Map<String, String> settings) {
    maxRecordBytes =
        Math.min(maxRecordBytes, number(settings, "max.message.bytes", 1048588) - OVERHEAD);
    if ("LogAppendTime".equals(settings.get("message.timestamp.type"))) {
      refuse(
          topic,
          "stamps records with the broker's time, which tells more than the minute of release",
          "Set message.timestamp.type=CreateTime");
    }
    if (settings.getOrDefault("cleanup.policy", "delete").contains("compact")) {
      refuse(
          topic,
          "is compacted: it refuses records without a key, and forgets all but the last of a key",
          "Set cleanup.policy=delete");
    }
  }

  private void refuse(String topic, String what, String mend) {
    findings.add(
        EnvironmentRule.OUTPUT_TOPIC_SETTINGS, "", "the topic " + topic + " " + what, mend);
  }

  private static int number(Map<String, String> settings, String name, int otherwise) {
    String value = settings.get(name);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  private interface Question<T> {
    T ask();
  }

  private <T> Optional<T> asked(String path, String topic, Question<T> question) {
    try {
      return Optional.of(question.ask());
    } catch (KafkaRefusal refusal) {
      findings.add(
          EnvironmentRule.KAFKA_REFUSES,
          path,
          "the broker says " + refusal.kind() + " of the topic " + topic,
          "Allow Describe and DescribeConfigs on it");
      return Optional.empty();
    }
  }
}
