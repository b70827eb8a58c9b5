package dev.weir.jobs.start;

import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.KafkaRefusal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Makes the topics that are written and missing, if it was asked to; else names them all, with the
 * commands that make them. What an agreement or the gateway says of retention is set.
 */
final class TopicMaker {

  private final KafkaProbe probe;
  private final Writing writing;
  private final NewTopics made;
  private final KafkaTools tools;
  private final boolean asked;
  private final TreeSet<String> missing = new TreeSet<>();

  TopicMaker(KafkaProbe probe, Writing writing, NewTopics made, KafkaTools tools, boolean asked) {
    this.probe = probe;
    this.writing = writing;
    this.made = made;
    this.tools = tools;
    this.asked = asked;
  }

  void missing(String topic) {
    missing.add(topic);
  }

  /** Refuses to go on without them, unless they are to be made. */
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
      probe.create(missing.stream().map(made::topic).toList());
      return List.copyOf(missing);
    } catch (KafkaRefusal refusal) {
      missing.forEach(topic -> notMade(topic, refusal, findings));
      return List.of();
    }
  }

  private void notMade(String topic, KafkaRefusal refusal, Findings findings) {
    findings.addOfTopic(
        EnvironmentRule.OUTPUT_TOPIC,
        topic,
        null,
        writing.named(topic) + " could not be created: " + refusal.kind(),
        "Allow Create, or create it",
        create(topic));
  }

  private void refuse(String topic, Findings findings) {
    Optional<String> remembered = made.kept().remembers(topic);
    findings.addOfTopic(
        EnvironmentRule.OUTPUT_TOPIC,
        topic,
        null,
        writing.named(topic)
            + " does not exist"
            + remembered.map(what -> ": it remembers " + what).orElse(""),
        remembered
            .map(what -> "If it never was, create it, or say --create-topics; else bring it back")
            .orElse("Create it, or say --create-topics" + writing.orSuspend(topic)),
        create(topic));
  }

  private String create(String topic) {
    return tools.create(topic, made.partitions(topic), made.settings(topic));
  }
}
