package dev.weir.jobs.start;

import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.KafkaRefusal;
import dev.weir.plan.JobPlan;
import java.util.Optional;

/**
 * What a start does not ask and a partner would find out: whether topics keep records longer than
 * was agreed.
 */
final class TopicLook {

  private final JobPlan plan;
  private final GatewaySettings gateway;
  private final KafkaProbe probe;
  private final Findings findings;
  private final KafkaTools tools;

  TopicLook(JobPlan plan, GatewaySettings gateway, KafkaProbe probe, Findings findings) {
    this.plan = plan;
    this.gateway = gateway;
    this.probe = probe;
    this.findings = findings;
    this.tools = new KafkaTools(gateway.kafka());
  }

  void all() {
    NewTopics agreed = NewTopics.of(plan, KeptTopics.of(plan), gateway);
    for (String topic : Writing.of(plan).names()) {
      agreed.retention().of(topic).ifPresent(most -> retention(topic, most));
    }
  }

  private void retention(String topic, long most) {
    Optional<Long> kept = kept(topic);
    if (kept.isPresent() && (kept.get() < 0 || kept.get() > most)) {
      String setting = "retention.ms=" + most;
      String how = kept.get() < 0 ? "for ever" : kept.get() + " ms";
      findings.addOfTopic(
          EnvironmentRule.TOPIC_RETENTION,
          topic,
          null,
          "the topic " + topic + " keeps records " + how + ", and " + most + " ms are agreed",
          "Set " + setting,
          tools.set(topic, setting));
    } else {
      kept.ifPresent(
          ms -> findings.good(Findings.topic(topic), "keeps records no longer than was agreed"));
    }
  }

  private Optional<Long> kept(String topic) {
    try {
      return probe
          .topicSettings(topic)
          .map(settings -> settings.get("retention.ms"))
          .map(Long::valueOf);
    } catch (KafkaRefusal said) {
      return Optional.empty();
    }
  }
}
