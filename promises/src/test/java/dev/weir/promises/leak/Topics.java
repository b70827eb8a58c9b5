package dev.weir.promises.leak;

import dev.weir.promises.stream.GatewayUnderTest;
import dev.weir.promises.stream.Subscriber;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What goes into the source's topic, and all that can be seen of every other. */
final class Topics {

  /** Of the source's records, in ms: two days ago, and some ms that say which they are. */
  static final long TIMESTAMP = System.currentTimeMillis() / 1_000 * 1_000 - 172_800_000 + 613;

  private static final byte[] SIGN = "zq7xk".getBytes(StandardCharsets.UTF_8);

  private Topics() {}

  static void feed(GatewayUnderTest gateway, List<byte[]> values) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", gateway.broker.bootstrapServers(), "acks", "all");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (byte[] value : values) {
        ProducerRecord<byte[], byte[]> record =
            new ProducerRecord<>(GatewayUnderTest.SOURCE, null, TIMESTAMP, SIGN, value);
        record.headers().add("zq7xk-header", SIGN);
        producer.send(record);
      }
    }
  }

  /** Committed records. */
  static List<ConsumerRecord<byte[], byte[]>> read(
      GatewayUnderTest gateway, String topic, int expected) {
    try (Subscriber reader = new Subscriber(gateway.broker.bootstrapServers(), topic)) {
      return reader.read(expected, Duration.ofSeconds(60), Duration.ofSeconds(1));
    }
  }

  /** Everything of a record but the value. */
  static String around(ConsumerRecord<byte[], byte[]> record) {
    StringBuilder text = new StringBuilder(record.topic());
    text.append(' ').append(record.partition()).append(' ').append(record.timestamp()).append(' ');
    text.append(record.key() == null ? "" : latin(record.key()));
    record.headers().forEach(h -> text.append(' ').append(h.key()).append(latin(h.value())));
    return text.toString();
  }

  static String value(ConsumerRecord<byte[], byte[]> record) {
    return latin(record.value());
  }

  /** Each byte a character, so that text is found in whatever else there is. */
  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Names and settings of topics, groups, transactions: what any client may ask the broker for. */
  static String administered(GatewayUnderTest gateway) throws Exception {
    Map<String, Object> all = new TreeMap<>();
    try (Admin admin = Admin.create(gateway.kafka().admin())) {
      all.put("topics", admin.listTopics().names().get());
      all.put("groups", admin.listGroups().all().get());
      all.put("transactions", admin.listTransactions().all().get());
      all.put("offsets", admin.listConsumerGroupOffsets("weir-eu").all().get());
    }
    return all.toString();
  }
}
