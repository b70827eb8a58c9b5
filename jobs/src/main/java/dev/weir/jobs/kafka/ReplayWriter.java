package dev.weir.jobs.kafka;

import dev.weir.operators.record.OutputRecord;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes in transactions of one id. Whoever opens it fences who had it before: nothing of a
 * transaction that was open then, or is begun later, is ever committed. Confined to one thread.
 */
public final class ReplayWriter implements AutoCloseable {

  /** A writer that dies leaves readers of its topics waiting for so long at most. */
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final Producer<byte[], byte[]> producer;
  private final EncodedHeaders headers = new EncodedHeaders();
  private boolean begun;

  private ReplayWriter(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /**
   * Fences, and waits until what the former writer was committing is committed.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker does not let it
   */
  public static ReplayWriter open(KafkaCluster kafka, String transactionalId) {
    Properties settings = KafkaEnds.producer(kafka);
    settings.setProperty(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    settings.setProperty(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Long.toString(TIMEOUT.toMillis()));
    return open(
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  /** As above, of a producer that is not open yet; it is closed with the writer. */
  public static ReplayWriter open(Producer<byte[], byte[]> producer) {
    ReplayWriter writer = new ReplayWriter(producer);
    try {
      producer.initTransactions();
      return writer;
    } catch (RuntimeException refused) {
      writer.close();
      throw refused;
    }
  }

  /** A record that leaves. */
  public void send(OutputRecord record) {
    begin();
    producer.send(OutputRecordSchema.produced(record, headers));
  }

  /** What is noted beside it. */
  public void note(String topic, byte[] key, byte[] value) {
    begin();
    producer.send(new ProducerRecord<>(topic, key, value));
  }

  private void begin() {
    if (!begun) {
      producer.beginTransaction();
      begun = true;
    }
  }

  /**
   * Commits all since the last call.
   *
   * @throws org.apache.kafka.common.KafkaException if it is not known to be committed: then all of
   *     it is, or nothing
   */
  public void commit() {
    if (begun) {
      producer.commitTransaction();
      begun = false;
    }
  }

  /** What was not committed never is. */
  @Override
  public void close() {
    try {
      if (begun) {
        producer.abortTransaction();
      }
    } catch (RuntimeException broken) {
      // fenced or cut off: the broker aborts it
    } finally {
      producer.close(Duration.ofSeconds(5));
    }
  }
}
