package dev.weir.jobs.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * A topic of Weir's own, read once from its beginning to its end: it is compacted, so that this is
 * short.
 *
 * @param committed in the order of their partitions
 * @param uncommitted what stands behind a transaction that is still open: what of it is committed
 *     cannot be told from what is not; and, where it was asked for, what was taken back
 */
record WholeTopic(
    List<ConsumerRecord<byte[], byte[]>> committed,
    List<ConsumerRecord<byte[], byte[]>> uncommitted) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(100);

  /**
   * Reads it, but for what was taken back.
   *
   * @throws IOException if nobody can read it
   */
  static WholeTopic of(KafkaCluster kafka, String topic) throws IOException {
    return read(kafka, topic, false);
  }

  /**
   * Reads all that somebody may have seen there who does not wait for commits.
   *
   * @throws IOException if nobody can read it
   */
  static WholeTopic withTakenBack(KafkaCluster kafka, String topic) throws IOException {
    return read(kafka, topic, true);
  }

  private static WholeTopic read(KafkaCluster kafka, String topic, boolean takenBack)
      throws IOException {
    try (KafkaConsumer<byte[], byte[]> all = consumer(kafka, GrouplessConsumer.ALL);
        KafkaConsumer<byte[], byte[]> committed = consumer(kafka, GrouplessConsumer.COMMITTED)) {
      List<TopicPartition> partitions = partitions(all, topic);
      Map<TopicPartition, Long> ends = all.endOffsets(partitions);
      Map<TopicPartition, Long> stable = committed.endOffsets(partitions);
      committed.assign(partitions);
      committed.seekToBeginning(partitions);
      List<ConsumerRecord<byte[], byte[]>> decided = upTo(stable, committed, topic);
      all.assign(partitions);
      (takenBack ? all.beginningOffsets(partitions) : stable).forEach(all::seek);
      List<ConsumerRecord<byte[], byte[]>> others = upTo(ends, all, topic);
      return new WholeTopic(decided, takenBack ? without(decided, others) : others);
    } catch (KafkaException no) {
      throw new UnreadableTopicException(topic, no);
    }
  }

  /**
   * @param isolation as {@link GrouplessConsumer} has it
   */
  static KafkaConsumer<byte[], byte[]> consumer(KafkaCluster kafka, String isolation) {
    String patience = Long.toString(KafkaProbe.PATIENCE.toMillis());
    return GrouplessConsumer.of(
        kafka, isolation, "none", Map.of(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience));
  }

  static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(found -> new TopicPartition(topic, found.partition()))
        .toList();
  }

  private static List<ConsumerRecord<byte[], byte[]>> without(
      List<ConsumerRecord<byte[], byte[]>> decided, List<ConsumerRecord<byte[], byte[]>> all) {
    Set<Place> known = decided.stream().map(Place::of).collect(Collectors.toSet());
    return all.stream().filter(record -> !known.contains(Place.of(record))).toList();
  }

  private record Place(int partition, long offset) {
    static Place of(ConsumerRecord<?, ?> record) {
      return new Place(record.partition(), record.offset());
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> upTo(
      Map<TopicPartition, Long> ends, KafkaConsumer<byte[], byte[]> consumer, String topic)
      throws IOException {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      if (System.nanoTime() > until) {
        throw new IOException("the topic " + topic + " could not be read to its end in time");
      }
      consumer.poll(POLL).forEach(found::add);
    }
    return found;
  }
}
