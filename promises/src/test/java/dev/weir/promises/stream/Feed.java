package dev.weir.promises.stream;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts numbered records into a topic, partitioned by subject, as fast as it is told to. It survives
 * restarts of the broker, and writes each record once and in order.
 */
public final class Feed implements AutoCloseable {

  /** So many subjects take turns. */
  public static final int SUBJECTS = 500;

  private final KafkaProducer<byte[], byte[]> producer;
  private final LongFunction<ProducerRecord<byte[], byte[]>> records;

  public Feed(String bootstrapServers, String topic, LongFunction<String> value) {
    this(bootstrapServers, number -> record(topic, number, value));
  }

  /**
   * A feed of other records.
   *
   * @param records asked for each number once, in order
   */
  public Feed(String bootstrapServers, LongFunction<ProducerRecord<byte[], byte[]>> records) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "acks", "all",
            "enable.idempotence", "true",
            "linger.ms", "20",
            "delivery.timeout.ms", "300000",
            "max.block.ms", "300000");
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    this.records = records;
  }

  /** The subject of a record. */
  public static String subject(long number) {
    return "C" + number % SUBJECTS;
  }

  /**
   * Puts records into the topic until there are at least so many and {@code enough} says so, and
   * waits until all are there.
   *
   * @return how many
   */
  public long put(long atLeast, int perSecond, BooleanSupplier enough) {
    long begin = System.nanoTime();
    long number = 0;
    while (number < atLeast || !enough.getAsBoolean()) {
      producer.send(records.apply(number));
      pace(begin, ++number, perSecond);
    }
    producer.flush();
    return number;
  }

  private static ProducerRecord<byte[], byte[]> record(
      String topic, long number, LongFunction<String> value) {
    return new ProducerRecord<>(
        topic,
        subject(number).getBytes(StandardCharsets.UTF_8),
        value.apply(number).getBytes(StandardCharsets.UTF_8));
  }

  private static void pace(long begin, long sent, int perSecond) {
    long due = begin + sent * TimeUnit.SECONDS.toNanos(1) / perSecond;
    long early = due - System.nanoTime();
    if (early > TimeUnit.MILLISECONDS.toNanos(5)) {
      LockSupport.parkNanos(early);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
