package dev.weir.jobs.kafka;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A consumer of no group: it says itself what it reads, notes no offsets, needs no right to any
 * group, and makes no topic.
 */
public final class GrouplessConsumer {

  /** What is committed. */
  public static final String COMMITTED = "read_committed";

  /** What is committed, and what may yet be or was taken back. */
  public static final String ALL = "read_uncommitted";

  private GrouplessConsumer() {}

  /**
   * @param isolation {@link #COMMITTED} or {@link #ALL}
   * @param gone where to go on if the topic no longer has what is read, as {@code
   *     auto.offset.reset} has it
   */
  static KafkaConsumer<byte[], byte[]> of(KafkaCluster kafka, String isolation, String gone) {
    return of(kafka, isolation, gone, Map.of());
  }

  /**
   * As above.
   *
   * @param more settings
   */
  public static KafkaConsumer<byte[], byte[]> of(
      KafkaCluster kafka, String isolation, String gone, Map<String, String> more) {
    Properties settings = kafka.consumer();
    settings.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
    settings.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, gone);
    settings.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    settings.setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    settings.putAll(more);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
