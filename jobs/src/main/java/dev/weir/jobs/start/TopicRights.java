package dev.weir.jobs.start;

import dev.weir.config.yaml.DocumentPath;
import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.KafkaProbe.TopicFacts;
import dev.weir.jobs.kafka.KafkaRefusal;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclOperation;
import org.jspecify.annotations.Nullable;

/** What the gateway's user may do with the topics that are there. */
final class TopicRights {

  private static final Set<AclOperation> SOURCE = Set.of(AclOperation.READ, AclOperation.DESCRIBE);

  private static final Set<AclOperation> OUTPUT = withDescribe(KafkaProbe.WRITTEN);

  private static final Set<AclOperation> REPLAYED =
      Set.of(AclOperation.WRITE, AclOperation.DESCRIBE);

  private final JobPlan plan;
  private final Writing writing;
  private final GatewaySettings gateway;
  private final KafkaProbe probe;
  private final Findings findings;
  private final KafkaTools tools;

  TopicRights(JobPlan plan, GatewaySettings gateway, KafkaProbe probe, Findings findings) {
    this.plan = plan;
    this.writing = Writing.of(plan);
    this.gateway = gateway;
    this.probe = probe;
    this.findings = findings;
    this.tools = new KafkaTools(gateway.kafka());
  }

  private static Set<AclOperation> withDescribe(Set<AclOperation> operations) {
    Set<AclOperation> all = new TreeSet<>(operations);
    all.add(AclOperation.DESCRIBE);
    return all;
  }

  /** Of what is read, and what is written at all: a suspended agreement's topic may be closed. */
  void check() {
    plan.products().stream().map(product -> product.product()).distinct().forEach(this::source);
    writing.names().forEach(topic -> check(topic, OUTPUT, null));
  }

  /**
   * Of what a replay of dead letters reads, and writes: it asks nobody who writes beside it.
   *
   * @param notes topic of what was replayed
   */
  void checkReplay(String notes) {
    plan.products().stream()
        .map(ProductPlan::deadLetterTopic)
        .distinct()
        .forEach(topic -> check(topic, SOURCE, Findings.path("deadLetters")));
    writing.replayed().forEach(topic -> check(topic, REPLAYED, null));
    check(notes, OUTPUT, Findings.path("topicPrefix"));
  }

  private void source(String product) {
    DocumentPath at = Findings.path("sources", product, "topic");
    check(gateway.source(product).topic(), SOURCE, at);
  }

  private void check(String topic, Set<AclOperation> needed, @Nullable DocumentPath at) {
    facts(topic).ifPresent(facts -> check(topic, facts, needed, at));
  }

  /** Empty if it is not there, or may not be looked at: that has been said. */
  private Optional<TopicFacts> facts(String topic) {
    try {
      return probe.topicFacts(topic);
    } catch (KafkaRefusal said) {
      if (!said.isOfRights()) {
        throw said;
      }
      return Optional.empty();
    }
  }

  private void check(
      String topic, TopicFacts facts, Set<AclOperation> needed, @Nullable DocumentPath at) {
    String subject = Findings.topic(topic);
    int partitions = facts.partitions();
    findings.good(subject, "has " + partitions + (partitions == 1 ? " partition" : " partitions"));
    Optional<List<String>> lacking = facts.allowed().map(allowed -> lacking(needed, allowed));
    if (lacking.isEmpty()) {
      String allow = allow(topic, words(needed));
      findings.unknown(subject, "what is allowed on it the broker does not say", allow);
    } else if (lacking.get().isEmpty()) {
      findings.good(subject, "allows " + String.join(", ", words(needed)));
    } else {
      refuse(topic, lacking.get(), at);
    }
  }

  private void refuse(String topic, List<String> lacking, @Nullable DocumentPath at) {
    String words = String.join(", ", lacking);
    findings.addOfTopic(
        EnvironmentRule.TOPIC_ACCESS,
        topic,
        at,
        "the broker does not allow this user " + words + " on " + writing.named(topic),
        "Allow it, and remove what denies it, which "
            + tools.rules("--topic " + topic)
            + " shows"
            + writing.orSuspend(topic),
        allow(topic, lacking));
  }

  private String allow(String topic, List<String> operations) {
    return tools.allow("--topic " + topic, operations);
  }

  static List<String> lacking(Set<AclOperation> needed, Set<AclOperation> allowed) {
    Set<AclOperation> missing = new TreeSet<>(needed);
    missing.removeAll(allowed);
    return words(missing);
  }

  private static List<String> words(Set<AclOperation> operations) {
    return operations.stream().map(AclOperation::name).sorted().toList();
  }
}
