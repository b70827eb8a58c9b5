package dev.weir.bench.e2e;

import dev.weir.bench.orders.OrderFormat;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts orders into a topic, keyed by who ordered. */
final class OrderFeed {

  private OrderFeed() {}

  /** Orders from number 0 on; all are there when it returns. */
  static void fill(String bootstrapServers, String topic, OrderFormat format, long records) {
    Properties settings = new Properties();
    settings.setProperty("bootstrap.servers", bootstrapServers);
    settings.setProperty("acks", "all");
    settings.setProperty("linger.ms", "20");
    settings.setProperty("batch.size", String.valueOf(256 << 10));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (long number = 0; number < records; number++) {
        byte[] key = OrderFormat.key(number).getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(topic, key, format.record(number)));
      }
    }
  }
}
