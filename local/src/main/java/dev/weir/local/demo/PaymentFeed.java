package dev.weir.local.demo;

import dev.weir.local.payments.Payment;
import dev.weir.local.payments.Payments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes invented payments to the source topic, keyed by customer as a shop would. */
final class PaymentFeed {

  private PaymentFeed() {}

  /**
   * Returns once the broker has them all.
   *
   * @return what was written, in order
   */
  static List<Payment> write(String bootstrapServers, Payments payments, int count)
      throws InterruptedException {
    List<Payment> written = new ArrayList<>();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 20, "acks", "all");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<?>> sent = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Payment payment = payments.next();
        byte[] key = payment.customer().getBytes(StandardCharsets.UTF_8);
        sent.add(producer.send(new ProducerRecord<>(DemoFiles.SOURCE_TOPIC, key, payment.json())));
        written.add(payment);
      }
      for (Future<?> future : sent) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("The demo's broker did not take a payment", e);
    }
    return written;
  }
}
