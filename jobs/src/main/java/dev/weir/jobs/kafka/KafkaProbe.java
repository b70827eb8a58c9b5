package dev.weir.jobs.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Asks a Kafka cluster about itself. Every question may take {@link #PATIENCE}. */
public final class KafkaProbe implements AutoCloseable {

  /**
   * What must be allowed on a topic that a job writes. It is read too: the sink asks who has
   * transactions open there, which the broker tells to readers alone (KIP-664, DescribeProducers).
   */
  public static final Set<AclOperation> WRITTEN = Set.of(AclOperation.WRITE, AclOperation.READ);

  static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Admin admin;

  private KafkaProbe(Admin admin) {
    this.admin = admin;
  }

  /**
   * A probe; it connects when it is first asked.
   *
   * @throws org.apache.kafka.common.KafkaException if the properties are not right
   */
  public static KafkaProbe of(KafkaCluster kafka) {
    return new KafkaProbe(Admin.create(kafka.admin()));
  }

  /**
   * The id of a broker that answers.
   *
   * @throws KafkaRefusal if none does; so do all methods below if the answer is no
   */
  public String broker() {
    return answer(admin.describeCluster().nodes()).iterator().next().idString();
  }

  /** The settings of a broker, by name. */
  public Map<String, String> brokerSettings(String broker) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, broker);
    return settings(resource);
  }

  /** The settings of a topic, by name; empty if there is no such topic. */
  public Optional<Map<String, String>> topicSettings(String topic) {
    if (partitions(topic).isEmpty()) {
      return Optional.empty();
    }
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return Optional.of(settings(resource));
  }

  private Map<String, String> settings(ConfigResource resource) {
    Map<String, String> settings = new HashMap<>();
    for (Config config : answer(admin.describeConfigs(List.of(resource)).all()).values()) {
      config.entries().forEach(entry -> settings.put(entry.name(), entry.value()));
    }
    return settings;
  }

  /** The partitions of a topic; none if there is no such topic. */
  public List<TopicPartition> partitions(String topic) {
    return described(topic, new DescribeTopicsOptions()).stream()
        .flatMap(description -> description.partitions().stream())
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  /** Empty if there is no such topic. */
  private Optional<TopicDescription> described(String topic, DescribeTopicsOptions options) {
    try {
      return answer(admin.describeTopics(List.of(topic), options).allTopicNames()).values().stream()
          .findFirst();
    } catch (KafkaRefusal refusal) {
      if (refusal.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw refusal;
    }
  }

  /**
   * What there is of a topic.
   *
   * @param allowed what the asking user may do with it; empty: the broker does not say
   */
  public record TopicFacts(int partitions, Optional<Set<AclOperation>> allowed) {}

  /** Empty if there is no such topic. */
  public Optional<TopicFacts> topicFacts(String topic) {
    return described(topic, new DescribeTopicsOptions().includeAuthorizedOperations(true))
        .map(
            found ->
                new TopicFacts(
                    found.partitions().size(), Optional.ofNullable(found.authorizedOperations())));
  }

  /**
   * Whether this user may read as a consumer group, be it there or not. A description tells it of
   * groups that are there alone; so a member that there never was is asked to leave, which takes
   * READ and does nothing.
   */
  public boolean mayReadAs(String group) {
    MemberToRemove nobody = new MemberToRemove(UUID.randomUUID().toString());
    try {
      RemoveMembersFromConsumerGroupOptions options =
          new RemoveMembersFromConsumerGroupOptions(Set.of(nobody));
      answer(admin.removeMembersFromConsumerGroup(group, options).memberResult(nobody));
      return true;
    } catch (KafkaRefusal refusal) {
      if (refusal.getCause() instanceof UnknownMemberIdException) {
        return true;
      }
      return allowedUnless(refusal);
    }
  }

  /**
   * Whether this user may begin transactions under an id. No description tells WRITE of it, so the
   * broker is asked for the id's next epoch: who uses it is ended by that, and the broker keeps an
   * id that was new for {@code transactional.id.expiration.ms}, seven days unless set.
   *
   * @param unused that nobody has transactions under
   */
  public boolean mayBeginTransactions(String unused) {
    try {
      answer(admin.fenceProducers(List.of(unused)).all());
      return true;
    } catch (KafkaRefusal refusal) {
      return allowedUnless(refusal);
    }
  }

  private static boolean allowedUnless(KafkaRefusal refusal) {
    if (refusal.isOfRights()) {
      return false;
    }
    throw refusal;
  }

  /** Where a topic ends now: before its open transactions, which may be committed later. */
  public StartFrom.End ends(String topic) {
    return new StartFrom.End(ends(partitions(topic), IsolationLevel.READ_COMMITTED));
  }

  /**
   * Where partitions end that have no transaction open; of the others nobody knows yet what they
   * hold before their end. What is appended after this was called comes after the ends that it
   * gives.
   */
  public Map<TopicPartition, Long> settledEnds(Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> all = ends(partitions, IsolationLevel.READ_UNCOMMITTED);
    Map<TopicPartition, Long> settled = ends(partitions, IsolationLevel.READ_COMMITTED);
    settled.entrySet().retainAll(all.entrySet());
    return settled;
  }

  private Map<TopicPartition, Long> ends(
      Collection<TopicPartition> partitions, IsolationLevel isolation) {
    Map<TopicPartition, OffsetSpec> latest =
        partitions.stream()
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    answer(admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all())
        .forEach((partition, end) -> offsets.put(partition, end.offset()));
    return offsets;
  }

  /** Whether a consumer group has ever noted how far it has read. */
  public boolean hasCommitted(String group) {
    try {
      return !answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
          .isEmpty();
    } catch (KafkaRefusal refusal) {
      if (refusal.getCause() instanceof GroupIdNotFoundException) {
        return false;
      }
      throw refusal;
    }
  }

  /** On which of the topics, all of which are there, this user lacks some of {@link #WRITTEN}. */
  public List<String> unwritable(Collection<String> topics) {
    DescribeTopicsOptions rights = new DescribeTopicsOptions().includeAuthorizedOperations(true);
    Map<String, KafkaFuture<TopicDescription>> asked =
        admin.describeTopics(topics, rights).topicNameValues();
    return topics.stream().filter(topic -> !writable(asked.get(topic))).toList();
  }

  private static boolean writable(@Nullable KafkaFuture<TopicDescription> asked) {
    try {
      Set<AclOperation> allowed = answer(Objects.requireNonNull(asked)).authorizedOperations();
      return allowed == null || allowed.containsAll(WRITTEN);
    } catch (KafkaRefusal refusal) {
      if (refusal.getCause() instanceof TopicAuthorizationException) {
        return false;
      }
      throw refusal;
    }
  }

  /** Makes topics. */
  public void create(Collection<NewTopic> topics) {
    answer(admin.createTopics(topics).all());
  }

  private static <T> T answer(KafkaFuture<T> asked) {
    try {
      return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException no) {
      throw new KafkaRefusal(no);
    } catch (TimeoutException late) {
      throw new KafkaRefusal(late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new KafkaRefusal(interrupted);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
