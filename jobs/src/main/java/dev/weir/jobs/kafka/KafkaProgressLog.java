package dev.weir.jobs.kafka;

import dev.weir.operators.progress.Amount;
import dev.weir.operators.progress.ProgressJson;
import dev.weir.operators.progress.ProgressLog;
import dev.weir.operators.progress.ProgressRecord;
import dev.weir.operators.progress.Released;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The progress topic, read from its beginning: it is compacted, so that this is short. */
public record KafkaProgressLog(KafkaCluster kafka, String topic) implements ProgressLog {

  private static final Duration POLL = Duration.ofMillis(100);

  /**
   * {@inheritDoc}
   *
   * <p>What is committed behind a transaction that is still open cannot be told from what is not:
   * it is undecided.
   */
  @Override
  public Released read(String gateway) throws IOException {
    WholeTopic records = WholeTopic.of(kafka, topic);
    SortedMap<Integer, ProgressRecord> newest = new TreeMap<>();
    for (ProgressRecord record : parsed(records.committed(), gateway)) {
      newest.merge(record.state().subtask(), record, KafkaProgressLog::newer);
    }
    return new Released(
        newest, parsed(records.uncommitted(), gateway), duplicates(records.committed(), gateway));
  }

  private static List<Amount> duplicates(
      Iterable<ConsumerRecord<byte[], byte[]>> records, String gateway) throws IOException {
    List<Amount> found = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (record.value() != null) {
        ProgressJson.readDuplicates(record.value(), gateway).ifPresent(found::add);
      }
    }
    return found;
  }

  /**
   * Waits for whatever is written of a gateway from now on, committed or not.
   *
   * @return empty if nothing was in that time
   * @throws IOException if nobody can read it
   */
  public Optional<ProgressRecord> next(String gateway, Duration within) throws IOException {
    try (KafkaConsumer<byte[], byte[]> all = WholeTopic.consumer(kafka, GrouplessConsumer.ALL)) {
      List<TopicPartition> partitions = WholeTopic.partitions(all, topic);
      all.assign(partitions);
      all.endOffsets(partitions).forEach(all::seek);
      long until = System.nanoTime() + within.toNanos();
      Optional<ProgressRecord> seen = Optional.empty();
      while (seen.isEmpty() && System.nanoTime() < until) {
        seen = poll(all, gateway).stream().findFirst();
      }
      return seen;
    } catch (KafkaException no) {
      throw new UnreadableTopicException(topic, no);
    }
  }

  private List<ProgressRecord> poll(KafkaConsumer<byte[], byte[]> consumer, String gateway)
      throws IOException {
    return consumer.assignment().isEmpty() ? List.of() : parsed(consumer.poll(POLL), gateway);
  }

  private static List<ProgressRecord> parsed(
      Iterable<ConsumerRecord<byte[], byte[]>> records, String gateway) throws IOException {
    List<ProgressRecord> found = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      parsed(record, gateway).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<ProgressRecord> parsed(
      ConsumerRecord<byte[], byte[]> record, String gateway) throws IOException {
    if (record.value() == null) {
      return Optional.empty();
    }
    try {
      return ProgressJson.read(record.value(), gateway);
    } catch (IOException wrong) {
      throw new IOException(
          record.topic()
              + "-"
              + record.partition()
              + "@"
              + record.offset()
              + " "
              + wrong.getMessage());
    }
  }

  private static ProgressRecord newer(ProgressRecord one, ProgressRecord other) {
    return one.state().newerThan(other.state()) ? one : other;
  }
}
