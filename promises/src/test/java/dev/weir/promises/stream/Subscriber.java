package dev.weir.promises.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
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
    this(bootstrapServers, topic, "read_committed");
  }

  /** One who may not wait for what he sees to be committed. */
  public Subscriber(String bootstrapServers, String topic, String isolation) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers, "isolation.level", isolation);
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
    read(expected - seen.size(), patience, after, seen::add);
    return seen;
  }

  /** As above, without keeping them: so many that the topic need not fit into memory. */
  public void read(
      long expected,
      Duration patience,
      Duration after,
      Consumer<ConsumerRecord<byte[], byte[]>> each) {
    Instant until = Instant.now().plus(patience);
    long read = 0;
    while (read < expected && Instant.now().isBefore(until)) {
      read += poll(each);
    }
    Instant quiet = Instant.now().plus(after);
    while (Instant.now().isBefore(quiet)) {
      poll(each);
    }
  }

  /** How many offsets the topic has now: records, where no transaction wrote. */
  public long records() {
    return consumer.endOffsets(consumer.assignment()).values().stream().mapToLong(n -> n).sum();
  }

  private int poll(Consumer<ConsumerRecord<byte[], byte[]>> each) {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    records.forEach(each);
    return records.count();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
