package dev.weir.jobs.kafka;

import dev.weir.config.problem.DidYouMean;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The properties that a gateway may not set, since a promise rests on them, and why. */
public final class FixedProperties {

  private static final String ONCE = "exactly-once rests on it";
  private static final String OURS = "Weir sets it";
  private static final String SEES = "it would see every record";

  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, ONCE),
          Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, ONCE),
          Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "startFrom of the source says it"),
          Map.entry(ProducerConfig.ACKS_CONFIG, ONCE),
          Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, ONCE),
          Map.entry(ProducerConfig.TRANSACTIONAL_ID_CONFIG, ONCE),
          Map.entry(ConsumerConfig.GROUP_ID_CONFIG, OURS),
          Map.entry(ConsumerConfig.CLIENT_ID_CONFIG, OURS),
          Map.entry("bootstrap.servers", "kafka.bootstrapServers says it"),
          Map.entry(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, OURS),
          Map.entry(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, OURS),
          Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, OURS),
          Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, OURS),
          Map.entry(ProducerConfig.PARTITIONER_CLASS_CONFIG, "a partition may tell of a value"),
          Map.entry(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG, "order rests on the key"),
          Map.entry(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG, SEES),
          Map.entry("config.providers", "write {env: NAME} or {file: PATH} instead"));

  private FixedProperties() {}

  /** Why a property may not be set; empty if it may. */
  public static Optional<String> refusal(String property) {
    return Optional.ofNullable(FIXED.get(property));
  }

  /** The mend for a property that no Kafka client knows; empty if one does. */
  public static Optional<String> unknown(String property) {
    Set<String> known = new TreeSet<>(ConsumerConfig.configNames());
    known.addAll(ProducerConfig.configNames());
    known.addAll(AdminClientConfig.configNames());
    return known.contains(property)
        ? Optional.empty()
        : Optional.of(
            DidYouMean.among(known, property)
                .map(near -> "Did you mean " + near + "? Else remove it")
                .orElse("Remove it"));
  }
}
