package dev.weir.jobs.kafka;

import dev.weir.operators.progress.ProgressJson;
import dev.weir.operators.progress.ProgressLog;
import dev.weir.operators.progress.ProgressRecord;
import dev.weir.operators.progress.Released;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The progress topic, read from its beginning: it is compacted, so that this is short. */
public record KafkaProgressLog(KafkaCluster kafka, String topic) implements ProgressLog {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(100);

  /**
   * {@inheritDoc}
   *
   * <p>What is committed behind a transaction that is still open cannot be told from what is not:
   * it is undecided.
   */
  @Override
  public Released read(String gateway) throws IOException {
    try (KafkaConsumer<byte[], byte[]> all = consumer(GrouplessConsumer.ALL);
        KafkaConsumer<byte[], byte[]> committed = consumer(GrouplessConsumer.COMMITTED)) {
      List<TopicPartition> partitions = partitions(all);
      Map<TopicPartition, Long> ends = all.endOffsets(partitions);
      Map<TopicPartition, Long> stable = committed.endOffsets(partitions);
      committed.assign(partitions);
      committed.seekToBeginning(partitions);
      SortedMap<Integer, ProgressRecord> newest = new TreeMap<>();
      for (ProgressRecord record : upTo(stable, committed, gateway)) {
        newest.merge(record.state().subtask(), record, KafkaProgressLog::newer);
      }
      all.assign(partitions);
      stable.forEach(all::seek);
      return new Released(newest, upTo(ends, all, gateway));
    } catch (KafkaException no) {
      throw new UnreadableTopicException(topic, no);
    }
  }

  /**
   * Waits for whatever is written of a gateway from now on, committed or not.
   *
   * @return empty if nothing was in that time
   * @throws IOException if nobody can read it
   */
  public Optional<ProgressRecord> next(String gateway, Duration within) throws IOException {
    try (KafkaConsumer<byte[], byte[]> all = consumer(GrouplessConsumer.ALL)) {
      List<TopicPartition> partitions = partitions(all);
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

  private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
    String patience = Long.toString(KafkaProbe.PATIENCE.toMillis());
    return GrouplessConsumer.of(
        kafka, isolation, "none", Map.of(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience));
  }

  private List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
    return consumer.partitionsFor(topic).stream()
        .map(found -> new TopicPartition(topic, found.partition()))
        .toList();
  }

  private List<ProgressRecord> upTo(
      Map<TopicPartition, Long> ends, KafkaConsumer<byte[], byte[]> consumer, String gateway)
      throws IOException {
    List<ProgressRecord> found = new ArrayList<>();
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      if (System.nanoTime() > until) {
        throw new IOException("the topic " + topic + " could not be read to its end in time");
      }
      found.addAll(poll(consumer, gateway));
    }
    return found;
  }

  private Collection<ProgressRecord> poll(KafkaConsumer<byte[], byte[]> consumer, String gateway)
      throws IOException {
    if (consumer.assignment().isEmpty()) {
      return List.of();
    }
    List<ProgressRecord> found = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
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
