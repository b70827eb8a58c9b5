package dev.weir.jobs.start;

import dev.weir.config.yaml.DocumentPath;
import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.KafkaRefusal;
import java.util.List;
import java.util.Map;

/** That the broker stamps what is appended to the topics that statistics are made of. */
final class AppendTimeCheck {

  private static final String SETTING = "message.timestamp.type";
  private static final String STAMPED = "LogAppendTime";
  private static final List<String> ASKED = List.of("DESCRIBE", "DESCRIBE_CONFIGS", "READ");

  private final KafkaProbe probe;
  private final KafkaTools tools;
  private final Findings findings;

  AppendTimeCheck(KafkaProbe probe, KafkaTools tools, Findings findings) {
    this.probe = probe;
    this.tools = tools;
    this.findings = findings;
  }

  /** Of a topic that is there. */
  void check(String product, SourceSettings source) {
    if (source.appendTime().trustsProducer()) {
      findings.good(Findings.topic(source.topic()), "its producers' timestamps are trusted");
      return;
    }
    DocumentPath at = Findings.path("sources", product, "topic");
    findings.judged(
        Findings.topic(source.topic()),
        "has the broker's timestamps",
        () -> check(source.topic(), at));
  }

  private void check(String topic, DocumentPath at) {
    try {
      if (!STAMPED.equals(probe.topicSettings(topic).orElse(Map.of()).get(SETTING))) {
        refuse(topic, at);
      }
    } catch (KafkaRefusal refusal) {
      if (!refusal.isOfRights()) {
        throw refusal;
      }
      findings.addOfTopic(
          EnvironmentRule.KAFKA_REFUSES,
          topic,
          at,
          "the broker says " + refusal.kind() + " when asked for the settings of " + topic,
          "Allow DescribeConfigs on it to this user",
          tools.allow("--topic " + topic, ASKED));
    }
  }

  private void refuse(String topic, DocumentPath at) {
    String setting = SETTING + "=" + STAMPED;
    findings.addOfTopic(
        EnvironmentRule.SOURCE_TOPIC_SETTINGS,
        topic,
        at,
        "the topic "
            + topic
            + " has its producers' timestamps, and statistics go by when the broker took a record",
        "Set "
            + setting
            + ", after which what is in it counts as late; or say trustProducerClock: true",
        tools.set(topic, setting));
  }
}
