package dev.weir.jobs.start;

import dev.weir.config.yaml.DocumentPath;
import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.KafkaRefusal;
import dev.weir.operators.progress.WriteRights;
import dev.weir.operators.stage.TreatSettings;
import dev.weir.plan.JobPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** The topics that a job reads and writes. */
final class TopicCheck {

  /** What a batch of one record adds to it. */
  private static final int OVERHEAD = 256;

  private final KafkaProbe probe;
  private final JobPlan plan;
  private final KafkaTools tools;
  private final Findings findings;
  private final Set<String> there = new TreeSet<>();
  private int maxRecordBytes = TreatSettings.UNLIMITED;

  TopicCheck(KafkaProbe probe, JobPlan plan, KafkaTools tools, Findings findings) {
    this.probe = probe;
    this.plan = plan;
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
    Optional<Boolean> there = asked(source(path), topic, () -> !probe.partitions(topic).isEmpty());
    if (there.orElse(false)) {
      findings.good(Findings.topic(topic), "is there to be read");
    } else if (there.isPresent()) {
      findings.addOfTopic(
          EnvironmentRule.SOURCE_TOPIC,
          topic,
          path,
          "the topic " + topic + " does not exist",
          "Check the name, or create it",
          tools.create(topic, Map.of()));
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
    return asked(output(topic), topic, () -> probe.topicSettings(topic));
  }

  private void checkOutput(String topic, Map<String, String> settings) {
    there.add(topic);
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
    String cleanup = settings.getOrDefault("cleanup.policy", "delete");
    if (new AgreedRetention(plan, null).keepsSubjectKeys(topic)) {
      if (!cleanup.equals("compact")) {
        refuse(
            topic,
            "forgets the keys of subjects, without which nobody can turn their tokens back",
            "cleanup.policy=compact");
      }
    } else if (cleanup.contains("compact") && !topic.equals(plan.sink().progressTopic())) {
      refuse(
          topic,
          "is compacted: it refuses records without a key, and forgets all but the last of a key",
          "cleanup.policy=delete");
    }
  }

  /** Of what is there, and written at all: a suspended agreement's topic may be closed. */
  void checkRights() {
    SortedMap<String, String> written = Writing.of(plan);
    there.retainAll(written.keySet());
    for (String topic : probe.unwritable(there)) {
      findings.addOfTopic(
          EnvironmentRule.TOPIC_ACCESS,
          topic,
          null,
          "the broker does not let this user write the topic " + topic + ", " + written.get(topic),
          WriteRights.mend(),
          tools.allow("--topic " + topic, List.of("WRITE")));
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

  /** How a refusal is noted: at whichever part of the files names the topic. */
  private interface Noting {
    void note(String message, String mend);
  }

  private Noting source(DocumentPath path) {
    return (message, mend) -> findings.add(EnvironmentRule.KAFKA_REFUSES, path, message, mend);
  }

  private Noting output(String topic) {
    return (message, mend) ->
        findings.addOfTopic(EnvironmentRule.KAFKA_REFUSES, topic, message, mend);
  }

  private static <T> Optional<T> asked(Noting noting, String topic, Question<T> question) {
    try {
      return Optional.of(question.ask());
    } catch (KafkaRefusal refusal) {
      noting.note(
          "the broker says " + refusal.kind() + " of the topic " + topic,
          "Allow Describe and DescribeConfigs on it");
      return Optional.empty();
    }
  }
}
