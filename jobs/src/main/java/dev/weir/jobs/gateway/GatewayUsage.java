package dev.weir.jobs.gateway;

import dev.weir.config.gateway.Gateway;
import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.TopicReader;
import dev.weir.jobs.start.BrokerAnswer;
import dev.weir.jobs.usage.ChargesTopic;
import dev.weir.jobs.usage.DeliveredTopics;
import dev.weir.jobs.usage.UsageTopics;
import dev.weir.metering.charges.ChargeEvent;
import dev.weir.metering.reconcile.Delivered;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.plan.RatingPlan;
import dev.weir.plan.ReleasePlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What a gateway has delivered and metered, read from its topics; it may run meanwhile. */
public final class GatewayUsage {

  private final JudgedGateway judged;
  private final KafkaCluster kafka;
  private final SortedMap<String, Long> foreign = new TreeMap<>();
  private final SortedSet<String> missing = new TreeSet<>();

  private GatewayUsage(JudgedGateway judged, KafkaCluster kafka) {
    this.judged = judged;
    this.kafka = kafka;
  }

  /**
   * Of a gateway's file.
   *
   * @param warnings told what does not stop
   * @throws FilesRefusedException if the files are wrong
   * @throws dev.weir.jobs.start.StartRefusedException if no broker answers
   */
  public static GatewayUsage of(Path gateway, Consumer<Problem> warnings) {
    Problems files = new Problems();
    JudgedGateway judged = JudgedGateway.read(gateway, files);
    files.sorted().forEach(warnings);
    Gateway.Kafka said = judged.document().value().kafka();
    KafkaCluster kafka =
        new KafkaCluster(
            said.bootstrapServers(),
            new References(judged.document()).properties(said.properties()));
    BrokerAnswer.require(kafka, new FilePlaces(judged));
    return new GatewayUsage(judged, kafka);
  }

  /** Between its checkpoints. */
  public Duration interval() {
    return judged.document().value().checkpoints().interval();
  }

  /**
   * Counts what the topics of its releases hold of a month.
   *
   * @param now when that is
   * @throws dev.weir.jobs.kafka.KafkaRefusal if the broker does not give them
   */
  public Delivered delivered(YearMonth month, Instant now) {
    TopicReader reader = new TopicReader(kafka);
    DeliveredTopics topics = new DeliveredTopics(reader, month);
    Predicate<String> there = there();
    judged.plan().releases().stream()
        .filter(release -> there.test(release.topic()))
        .forEach(release -> topics.read(release, now));
    return topics.counted();
  }

  /**
   * Reads the usage of all its partners.
   *
   * @throws dev.weir.jobs.kafka.KafkaRefusal if the broker does not give it
   */
  public void usage(Consumer<UsageEvent> each) {
    TopicReader reader = new TopicReader(kafka);
    Predicate<String> there = there();
    for (String topic : usageTopics()) {
      long none = there.test(topic) ? UsageTopics.read(reader, topic, each) : 0;
      if (none > 0) {
        foreign.put(topic, none);
      }
    }
  }

  /**
   * Reads the lines that the rating job has written; none if there is no such topic.
   *
   * @throws dev.weir.jobs.kafka.KafkaRefusal if the broker does not give them
   */
  public void charges(Consumer<ChargeEvent> each) {
    String topic = RatingPlan.topic(judged.document().value().topicPrefix());
    try (KafkaProbe probe = KafkaProbe.of(kafka)) {
      if (probe.partitions(topic).isEmpty()) {
        return;
      }
    }
    long none = ChargesTopic.read(new TopicReader(kafka), topic, each);
    if (none > 0) {
      foreign.put(topic, none);
    }
  }

  private List<String> usageTopics() {
    return judged.plan().releases().stream()
        .map(ReleasePlan::usageTopic)
        .distinct()
        .sorted()
        .toList();
  }

  /** A topic that is not there was never written: what lacks is told. */
  private Predicate<String> there() {
    return topic -> {
      try (KafkaProbe probe = KafkaProbe.of(kafka)) {
        boolean there = !probe.partitions(topic).isEmpty();
        if (!there) {
          missing.add(topic);
        }
        return there;
      }
    };
  }

  /** Of what was read until now: records that are no usage events, or charges, by topic. */
  public SortedMap<String, Long> foreign() {
    return new TreeMap<>(foreign);
  }

  /** Of what was read until now: topics that are not there. */
  public SortedSet<String> missing() {
    return new TreeSet<>(missing);
  }
}
