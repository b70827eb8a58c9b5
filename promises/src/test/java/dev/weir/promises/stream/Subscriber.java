package dev.weir.promises.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A partner: reads a topic from its beginning, committed records only, in the order of each
 * partition.
 */
public final class Subscriber implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

  public Subscriber(String bootstrapServers, String topic) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /**
   * Reads until so many were seen, and then for as long again as {@code after}, for what must not
   * come.
   *
   * @return all that was seen, those of former calls too
   */
  public List<ConsumerRecord<byte[], byte[]>> read(
      int expected, Duration patience, Duration after) {
    Instant until = Instant.now().plus(patience);
    while (seen.size() < expected && Instant.now().isBefore(until)) {
      poll();
    }
    Instant quiet = Instant.now().plus(after);
    while (Instant.now().isBefore(quiet)) {
      poll();
    }
    return seen;
  }

  private void poll() {
    consumer.poll(POLL).forEach(seen::add);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
