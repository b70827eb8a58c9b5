package dev.weir.jobs.start;

import dev.weir.config.yaml.DocumentPath;
import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.KafkaProbe.TopicFacts;
import dev.weir.jobs.kafka.KafkaRefusal;
import dev.weir.plan.JobPlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclOperation;
import org.jspecify.annotations.Nullable;

/**
 * What a start does not ask and a job or a partner would find out: whether topics keep records
 * longer than was agreed, and what the gateway may do with them.
 */
final class TopicLook {

  private static final Set<AclOperation> SOURCE = Set.of(AclOperation.READ, AclOperation.DESCRIBE);

  /** Pooled transactions are found again by reading. */
  private static final Set<AclOperation> OUTPUT =
      Set.of(AclOperation.WRITE, AclOperation.READ, AclOperation.DESCRIBE);

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
    plan.products().stream().map(product -> product.product()).distinct().forEach(this::source);
    AgreedRetention agreed = new AgreedRetention(plan, gateway.deadLetterRetention());
    // A suspended agreement's topic may be closed.
    for (String topic : Writing.of(plan).keySet()) {
      facts(topic).ifPresent(facts -> access(topic, facts, OUTPUT, null));
    }
    for (String topic : plan.sink().topics()) {
      agreed.of(topic).ifPresent(most -> retention(topic, most));
    }
    transactions();
  }

  private void source(String product) {
    String topic = gateway.source(product).topic();
    DocumentPath at = Findings.path("sources", product, "topic");
    facts(topic).ifPresent(facts -> access(topic, facts, SOURCE, at));
  }

  /** Empty if it is not there, or may not be looked at: that has been said. */
  private Optional<TopicFacts> facts(String topic) {
    try {
      return probe.topicFacts(topic);
    } catch (KafkaRefusal said) {
      return Optional.empty();
    }
  }

  private void access(
      String topic, TopicFacts facts, Set<AclOperation> needed, @Nullable DocumentPath at) {
    String subject = Findings.topic(topic);
    findings.good(subject, "has " + facts.partitions() + " partitions");
    Optional<List<String>> lacking = facts.allowed().map(allowed -> lacking(needed, allowed));
    String command = tools.allow("--topic " + topic, lacking.orElse(words(needed)));
    if (lacking.isEmpty()) {
      findings.unknown(subject, "what is allowed on it the broker does not say", command);
    } else if (lacking.get().isEmpty()) {
      findings.good(subject, "allows " + String.join(", ", words(needed)));
    } else {
      String what = "the topic " + topic + " does not allow " + String.join(", ", lacking.get());
      findings.addOfTopic(EnvironmentRule.TOPIC_ACCESS, topic, at, what, "Allow it", command);
    }
  }

  static List<String> lacking(Set<AclOperation> needed, Set<AclOperation> allowed) {
    Set<AclOperation> missing = new TreeSet<>(needed);
    missing.removeAll(allowed);
    return words(missing);
  }

  private static List<String> words(Set<AclOperation> operations) {
    return operations.stream().map(AclOperation::name).sorted().toList();
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

  private void transactions() {
    String subject = "transactional ids";
    String prefix = plan.sink().transactionalIdPrefix();
    if (probe.judgesNobody()) {
      findings.good(subject, "the broker lets everybody do everything");
    } else {
      findings.unknown(
          subject,
          "whether WRITE and DESCRIBE are allowed on " + prefix + "* the broker does not say",
          tools.allow(
              "--transactional-id " + prefix + " --resource-pattern-type prefixed",
              List.of("WRITE", "DESCRIBE")));
    }
  }
}
