package dev.weir.local.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a subscriber who reads only what was committed has seen of some topics, from their
 * beginning. Confined to one thread.
 */
final class CommittedRecords implements AutoCloseable {

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, List<byte[]>> values = new HashMap<>();

  CommittedRecords(String bootstrapServers, List<String> topics) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    topics.forEach(topic -> values.put(topic, new ArrayList<>()));
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads on for so long at most. */
  void readOn(Duration atMost) {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(atMost)) {
      of(record.topic()).add(record.value());
    }
  }

  /** The values that were seen, in the order of their partitions. */
  List<byte[]> of(String topic) {
    return values.computeIfAbsent(topic, unknown -> new ArrayList<>());
  }

  /** How many were seen in all topics. */
  int total() {
    return values.values().stream().mapToInt(List::size).sum();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
