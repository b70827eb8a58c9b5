package dev.weir.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.jobs.start.ResumeChoice;
import dev.weir.promises.stream.Feed;
import dev.weir.promises.stream.GatewayUnderTest;
import dev.weir.promises.stream.Payments;
import dev.weir.promises.stream.Subscriber;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 7: what a partner sees besides the value is what the agreement says, and no more. */
class LeavingTest {

  private static final String OUT = Payments.OUT;
  private static final Pattern CUSTOMER = Pattern.compile("\"customer_id\":\"([^\"]+)\"");
  private static final int PARTITIONS = 5;
  private static final int RECORDS = 2_000;

  @Test
  void keyTimestampPartitionAndHeaders_tellNothingOfTheSource(@TempDir Path directory)
      throws Exception {
    try (GatewayUnderTest gateway = GatewayUnderTest.create(directory, Payments.FORMAT, 1, 2)) {
      NewTopic out = new NewTopic(OUT, PARTITIONS, (short) 1);
      gateway.createTopics(List.of(out));
      Instant before = Instant.now().truncatedTo(ChronoUnit.MINUTES);
      gateway.start(2, ResumeChoice.automatic());
      try (Feed feed =
          new Feed(
              gateway.broker.bootstrapServers(),
              number -> old(number, before.minus(2, ChronoUnit.DAYS)))) {
        feed.put(RECORDS, 10_000, () -> true);
      }
      try (Subscriber partner = new Subscriber(gateway.broker.bootstrapServers(), OUT)) {
        List<ConsumerRecord<byte[], byte[]>> seen =
            partner.read(RECORDS, Duration.ofMinutes(1), Duration.ofSeconds(1));
        assertThat(seen).hasSize(RECORDS).allSatisfy(record -> assertLeft(record, before));
      }
    }
  }

  private static ProducerRecord<byte[], byte[]> old(long number, Instant timestamp) {
    return new ProducerRecord<>(
        GatewayUnderTest.SOURCE,
        null,
        timestamp.toEpochMilli(),
        Feed.subject(number).getBytes(StandardCharsets.UTF_8),
        Payments.json(number).getBytes(StandardCharsets.UTF_8));
  }

  private static void assertLeft(ConsumerRecord<byte[], byte[]> record, Instant before) {
    assertThat(text(record.key()))
        .isEqualTo(token(record.value()))
        .isNotEqualTo(Feed.subject(Payments.number(record.value())));
    Instant timestamp = Instant.ofEpochMilli(record.timestamp());
    assertThat(timestamp).isBetween(before, Instant.now());
    assertThat(timestamp.truncatedTo(ChronoUnit.MINUTES)).isEqualTo(timestamp);
    assertThat(record.partition())
        .isEqualTo(Utils.toPositive(Utils.murmur2(record.key())) % PARTITIONS);
    String expires = timestamp.atOffset(ZoneOffset.UTC).plusDays(90).toInstant().toString();
    assertThat(headers(record))
        .isEqualTo(
            Map.of(
                "weir-agreement", "acme-payments@1.0.0",
                "weir-plan", "0123456789abcdef0123456789abcdef",
                "weir-expires", expires));
  }

  /** Of the subject, as it stands in the value. */
  private static String token(byte[] value) {
    Matcher matcher = CUSTOMER.matcher(text(value));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), text(header.value()));
    }
    return headers;
  }
}
