package dev.weir.jobs.kafka;

import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes the control log. */
public final class KafkaControlTopic implements AutoCloseable {

  private static final String PATIENCE_MS = "30000";

  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;

  /**
   * To a topic.
   *
   * @throws ControlLogException if no client can be made
   */
  public KafkaControlTopic(KafkaCluster kafka, String topic) {
    this.topic = topic;
    try {
      producer =
          new KafkaProducer<>(
              settings(kafka), new ByteArraySerializer(), new ByteArraySerializer());
    } catch (KafkaException no) {
      throw refused(no);
    }
  }

  /**
   * Puts a record at the end, on all replicas.
   *
   * @return its offset
   * @throws ControlLogException if the broker does not take it
   */
  public long append(byte[] value) {
    try {
      return producer.send(new ProducerRecord<>(topic, 0, null, value)).get().offset();
    } catch (KafkaException no) {
      throw refused(no);
    } catch (ExecutionException no) {
      throw refused(no.getCause() == null ? no : no.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw refused(interrupted);
    }
  }

  private static Properties settings(KafkaCluster kafka) {
    Properties settings = kafka.producer();
    settings.setProperty(ProducerConfig.ACKS_CONFIG, "all");
    settings.setProperty(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    settings.setProperty(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
    settings.setProperty(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000");
    settings.setProperty(ProducerConfig.LINGER_MS_CONFIG, "0");
    settings.setProperty(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    return settings;
  }

  private static ControlLogException refused(Throwable why) {
    return new ControlLogException(
        "the control log takes no command: " + why.getClass().getSimpleName());
  }

  @Override
  public void close() {
    producer.close();
  }
}
