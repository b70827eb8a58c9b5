package dev.weir.jobs.kafka.append;

import dev.weir.jobs.kafka.GrouplessConsumer;
import dev.weir.jobs.kafka.KafkaCluster;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Tells stretches that hold a committed record from those that hold marks of transactions only. */
final class StretchReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** One record is enough. */
  private static final Map<String, String> LITTLE =
      Map.of(
          ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1",
          ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, "65536",
          CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, "5000");

  private final KafkaConsumer<byte[], byte[]> consumer;

  StretchReader(KafkaCluster kafka) {
    // What retention has taken away holds nothing.
    consumer = GrouplessConsumer.of(kafka, GrouplessConsumer.COMMITTED, "earliest", LITTLE);
  }

  /** All of them, as far as it comes in a short time. */
  Map<TopicPartition, Stretch.Found> look(Map<TopicPartition, Stretch> stretches) {
    consumer.assign(stretches.keySet());
    stretches.forEach((partition, stretch) -> consumer.seek(partition, stretch.from()));
    Map<TopicPartition, Stretch.Found> found = new HashMap<>();
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (found.size() < stretches.size() && System.nanoTime() < until) {
      poll(stretches, found);
      consumer.pause(found.keySet());
    }
    stretches.forEach((partition, one) -> found.computeIfAbsent(partition, p -> soFar(p, one)));
    consumer.unsubscribe();
    return found;
  }

  private void poll(
      Map<TopicPartition, Stretch> stretches, Map<TopicPartition, Stretch.Found> found) {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      found.computeIfAbsent(
          partition, first -> new Stretch.Found(one(stretches, first), record.offset(), true));
    }
    stretches.forEach(
        (partition, stretch) -> {
          if (consumer.position(partition) >= stretch.to()) {
            found.computeIfAbsent(partition, ended -> soFar(ended, stretch));
          }
        });
  }

  private static Stretch one(Map<TopicPartition, Stretch> stretches, TopicPartition partition) {
    return Objects.requireNonNull(stretches.get(partition));
  }

  private Stretch.Found soFar(TopicPartition partition, Stretch stretch) {
    long upTo = Math.max(stretch.from(), consumer.position(partition));
    return new Stretch.Found(stretch, Math.min(stretch.to(), upTo), false);
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
  }
}
