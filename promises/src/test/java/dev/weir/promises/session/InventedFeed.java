package dev.weir.promises.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.local.demo.DemoFiles;
import dev.weir.local.payments.Payment;
import dev.weir.local.payments.Payments;
import dev.weir.promises.stream.Feed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Invented payments, the same in every run, some of them bad; and how many records each topic must
 * hold for them, told by how each was made. Confined to one thread.
 */
final class InventedFeed {

  static final String HARBOR = "harbor.payments.v1";
  static final String LUMEN = "lumen.baskets.v1";
  static final String DEAD_LETTERS = "card-payments.dead-letters";

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> LUMENS_COUNTRIES = List.of("DE", "FR");

  private final Payments payments = new Payments(20261126, FROM);
  private final Map<String, Long> expected = new TreeMap<>();

  /**
   * Puts payments into the source topic of the demo, from the first on.
   *
   * @return how many
   */
  long put(String bootstrapServers, long atLeast, int perSecond, BooleanSupplier enough) {
    try (Feed feed = new Feed(bootstrapServers, number -> next())) {
      return feed.put(atLeast, perSecond, enough);
    }
  }

  private ProducerRecord<byte[], byte[]> next() {
    Payment payment = payments.next();
    if (payment.flaw() != null) {
      expected.merge(DEAD_LETTERS, 1L, Long::sum);
    } else {
      expected.merge(HARBOR, 1L, Long::sum);
      expected.merge(LUMEN, LUMENS_COUNTRIES.contains(payment.country()) ? 1L : 0, Long::sum);
    }
    byte[] key = payment.customer().getBytes(UTF_8);
    return new ProducerRecord<>(DemoFiles.SOURCE_TOPIC, key, payment.json());
  }

  /** Records by topic, for what was put. */
  Map<String, Long> expected() {
    return expected;
  }
}
