package dev.weir.jobs.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Reads what was committed to a topic, once, from its beginning to its end. */
public final class TopicReader {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaCluster kafka;

  /** How long no record may come before the reader gives up. */
  private final Duration patience;

  public TopicReader(KafkaCluster kafka) {
    this(kafka, Duration.ofMinutes(1));
  }

  TopicReader(KafkaCluster kafka, Duration patience) {
    this.kafka = kafka;
    this.patience = patience;
  }

  /**
   * What is committed now; what stands behind a transaction that is still open is not seen.
   *
   * @throws KafkaRefusal if the broker does not give it
   */
  public void committed(String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    read(topic, GrouplessConsumer.COMMITTED, each);
  }

  /**
   * All that is committed of what the topic holds now: waits for transactions that are open.
   *
   * @throws KafkaRefusal if one stays open, or the broker does not give it
   */
  public void whole(String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    read(topic, GrouplessConsumer.ALL, each);
  }

  /** Where each partition begins now: above 0 if retention, or somebody, has deleted records. */
  public Map<Integer, Long> beginnings(String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(GrouplessConsumer.COMMITTED)) {
      return consumer.beginningOffsets(partitions(consumer, topic)).entrySet().stream()
          .collect(Collectors.toMap(one -> one.getKey().partition(), Map.Entry::getValue));
    }
  }

  private void read(String topic, String endOf, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    Map<TopicPartition, Long> ends = ends(topic, endOf);
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(GrouplessConsumer.COMMITTED)) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      Instant until = Instant.now().plus(patience);
      while (!ended(consumer, ends)) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        records.forEach(record -> eachBefore(ends, record, each));
        until = records.isEmpty() ? until : Instant.now().plus(patience);
        if (Instant.now().isAfter(until)) {
          throw new KafkaRefusal(new TimeoutException());
        }
      }
    }
  }

  private static void eachBefore(
      Map<TopicPartition, Long> ends,
      ConsumerRecord<byte[], byte[]> record,
      Consumer<ConsumerRecord<byte[], byte[]>> each) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    if (record.offset() < ends.getOrDefault(partition, 0L)) {
      each.accept(record);
    }
  }

  private static boolean ended(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private Map<TopicPartition, Long> ends(String topic, String isolation) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(isolation)) {
      return consumer.endOffsets(partitions(consumer, topic));
    }
  }

  /** A topic that was just made is not known to every broker at once; it must not seem empty. */
  private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
    Instant until = Instant.now().plus(patience);
    List<PartitionInfo> known = consumer.partitionsFor(topic);
    while (known.isEmpty()) {
      if (Instant.now().isAfter(until)) {
        throw new KafkaRefusal(new UnknownTopicOrPartitionException());
      }
      LockSupport.parkNanos(POLL.toNanos());
      known = consumer.partitionsFor(topic);
    }
    return known.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  /** What retention takes away while it is read is gone. */
  private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
    return GrouplessConsumer.of(kafka, isolation, "earliest");
  }
}
