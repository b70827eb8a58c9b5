package dev.weir.promises.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.local.demo.DemoFiles;
import java.time.LocalDate;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Payments of people who keep coming: of each five one is of somebody new, the others are of people
 * who came 1 to 4 rounds before. Everything about a person follows from their number. A few lack a
 * postal code, a few a date of birth: too few at a time to find a crowd of their kind.
 */
final class CrowdFeed {

  private static final int ROUND = 20_000;
  private static final LocalDate FIRST = LocalDate.of(1940, 1, 1);
  private static final int DAYS = 25_000;

  private static final int RARE = 10_000;

  private CrowdFeed() {}

  static ProducerRecord<byte[], byte[]> record(long number) {
    long person = person(number);
    String payment =
        String.format(
            "{\"payment_id\":\"P%d\",\"customer\":{\"id\":\"C%d\"%s},"
                + "\"address\":{%s\"country\":\"DE\"},\"amount\":1.5,"
                + "\"currency\":\"EUR\",\"occurred_at\":\"2026-06-01T08:00:00Z\"}",
            number,
            person,
            hasBirthDate(person) ? ",\"birth_date\":\"" + born(person) + "\"" : "",
            hasZip(person) ? "\"zip\":\"" + zip(person) + "\"," : "");
    byte[] key = Long.toString(person).getBytes(UTF_8);
    return new ProducerRecord<>(DemoFiles.SOURCE_TOPIC, key, payment.getBytes(UTF_8));
  }

  static long person(long number) {
    long round = Math.max(0, number / ROUND - number % 5);
    return round * (ROUND / 5) + number % ROUND / 5;
  }

  static boolean hasBirthDate(long person) {
    return person % RARE != RARE / 2;
  }

  static boolean hasZip(long person) {
    return person % RARE != RARE / 4;
  }

  static LocalDate born(long person) {
    return FIRST.plusDays(person * 7_919 % DAYS);
  }

  static String zip(long person) {
    return Long.toString(10_000 + person * 104_729 % 90_000);
  }
}
