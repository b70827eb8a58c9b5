package dev.weir.jobs.kafka;

import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer of no group: it notes no offsets and needs no right to any group. */
final class ProgressConsumer {

  private ProgressConsumer() {}

  static KafkaConsumer<byte[], byte[]> of(KafkaCluster kafka, String isolation) {
    Properties settings = new Properties();
    settings.putAll(kafka.consumer());
    settings.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
    settings.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    settings.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    settings.setProperty(
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        Long.toString(KafkaProbe.PATIENCE.toMillis()));
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
