package dev.weir.bench.e2e;

import dev.weir.bench.orders.OrderFormat;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts orders into a topic, keyed by who ordered. */
final class OrderFeed {

  /** As fast as the broker takes them. */
  static final long AT_ONCE = 0;

  /** So many are put between two looks at the clock. */
  private static final int TOGETHER = 100;

  private OrderFeed() {}

  /** Orders from number 0 on; all are there when it returns. */
  static void fill(String bootstrapServers, String topic, OrderFormat format, long records) {
    fill(bootstrapServers, topic, format, records, AT_ONCE);
  }

  /** The same, evenly over as long as it takes at so many a second; {@link #AT_ONCE}: no pause. */
  static void fill(
      String bootstrapServers, String topic, OrderFormat format, long records, long perSecond) {
    Properties settings = new Properties();
    settings.setProperty("bootstrap.servers", bootstrapServers);
    settings.setProperty("acks", "all");
    settings.setProperty("linger.ms", "20");
    settings.setProperty("batch.size", String.valueOf(256 << 10));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      long begin = System.nanoTime();
      for (long number = 0; number < records; number++) {
        if (perSecond != AT_ONCE && number % TOGETHER == 0) {
          long due = begin + number * TimeUnit.SECONDS.toNanos(1) / perSecond;
          LockSupport.parkNanos(due - System.nanoTime());
        }
        byte[] key = OrderFormat.key(number).getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(topic, key, format.record(number)));
      }
    }
  }
}
