package dev.weir.jobs.kafka;

import dev.weir.operators.control.ControlLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Reads the control log. */
final class KafkaControlReader implements ControlLog.Reader {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TopicPartition partition;
  private final KafkaConsumer<byte[], byte[]> consumer;

  KafkaControlReader(KafkaCluster kafka, String topic) {
    partition = new TopicPartition(topic, 0);
    // What the log no longer has must not be passed over.
    consumer = asked(() -> GrouplessConsumer.of(kafka, GrouplessConsumer.COMMITTED, "none"));
    consumer.assign(List.of(partition));
  }

  @Override
  public long end() {
    return asked(() -> consumer.endOffsets(List.of(partition), PATIENCE).get(partition));
  }

  @Override
  public List<ControlLog.Entry> read(long from, long to) {
    return asked(() -> readNow(from, to));
  }

  private List<ControlLog.Entry> readNow(long from, long to) {
    List<ControlLog.Entry> entries = new ArrayList<>();
    Instant until = Instant.now().plus(PATIENCE);
    consumer.seek(partition, from);
    while (consumer.position(partition, PATIENCE) < to) {
      int before = entries.size();
      consumer.poll(POLL).records(partition).stream()
          .filter(record -> record.offset() < to)
          .map(
              record ->
                  new ControlLog.Entry(
                      record.offset(),
                      record.timestamp(),
                      record.value() == null ? new byte[0] : record.value()))
          .forEach(entries::add);
      if (entries.size() > before) {
        until = Instant.now().plus(PATIENCE);
      } else if (Instant.now().isAfter(until)) {
        throw away("the broker does not answer");
      }
    }
    return entries;
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (KafkaException no) {
      throw away(no.getClass().getSimpleName());
    }
  }

  private static ControlLogException away(String why) {
    return new ControlLogException("the control log cannot be read: " + why);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
