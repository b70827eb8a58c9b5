package dev.weir.promises;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.plan.QuotaPlan.Hold;
import dev.weir.plan.QuotaPlan.Limits;
import dev.weir.promises.stream.Faults;
import dev.weir.promises.stream.Feed;
import dev.weir.promises.stream.GatewayUnderTest;
import dev.weir.promises.stream.Payments;
import dev.weir.promises.stream.Subscriber;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A quota holds over the whole job: through failures and scaling, what leaves is at most what it
 * allows, what is over is held or counted, and nobody else waits. The oracle reads topics alone.
 */
class QuotaTest {

  private static final String INTERNAL = "weir.usage.internal";
  private static final long RATE = 400;
  private static final long HELD = 4_000;
  private static final int FAILURES = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Random random = new Random(20261127);

  private static Limits limits() {
    return new Limits(RATE, null, null, null, null, null, "hold", new Hold(HELD, "PT10M"));
  }

  @Test
  void limit_isTheWholeJobs_andOthersFlow_throughFailuresAndScaling(@TempDir Path directory)
      throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    try (GatewayUnderTest gateway =
        GatewayUnderTest.create(
            directory,
            Payments.quotaPlan(limits()),
            new Faults(Payments.FORMAT),
            1,
            3,
            new Configuration())) {
      gateway.createTopics(
          List.of(
              new NewTopic(Payments.OUT, 3, (short) 1),
              new NewTopic(Payments.LIMITED, 3, (short) 1)));
      CompletableFuture<Long> fed = fed(gateway, enough);
      JobID job = gateway.start(2, ResumeChoice.automatic());
      gateway.awaitRunning(job);
      for (int failure = 0; failure < FAILURES; failure++) {
        fail(gateway, job);
      }
      gateway.cluster.cancel(job);
      gateway.cluster.result(job).get();
      job = gateway.start(3, ResumeChoice.automatic());
      gateway.awaitRunning(job);
      enough.set(true);
      assertQuota(gateway, fed.get());
    }
  }

  private void fail(GatewayUnderTest gateway, JobID job) throws InterruptedException {
    Thread.sleep(500 + random.nextInt(1_500));
    int before = Faults.opened();
    Faults.afterRecords(1 + random.nextInt(2_000));
    while (Faults.opened() == before) {
      Thread.sleep(20);
    }
    gateway.awaitRunning(job);
  }

  private static CompletableFuture<Long> fed(GatewayUnderTest gateway, AtomicBoolean enough) {
    return CompletableFuture.supplyAsync(
        () -> {
          String servers = gateway.broker.bootstrapServers();
          try (Feed feed = new Feed(servers, GatewayUnderTest.SOURCE, Payments::json)) {
            return feed.put(20_000, 1_500, enough::get);
          }
        });
  }

  private static void assertQuota(GatewayUnderTest gateway, long fed) throws Exception {
    List<ConsumerRecord<byte[], byte[]>> open = read(gateway, Payments.OUT, fed);
    assertThat(open).as("others have all").hasSize((int) fed);
    assertOrder(open);
    Told told = told(gateway, fed);
    List<ConsumerRecord<byte[], byte[]>> limited = read(gateway, Payments.LIMITED, told.released());
    assertRate(limited);
    assertOrder(limited);
    assertThat(limited).hasSize((int) told.released()).hasSizeLessThan((int) fed);
    assertThat(told).isEqualTo(new Told(fed, limited.size(), fed - limited.size()));
    assertThat(metered(gateway))
        .as("in the transaction of what is counted, straight or aside")
        .isEqualTo(Map.of("acme-payments", fed, "acme-limited", (long) limited.size()));
  }

  /** Records by agreement, as usage tells them. */
  private static Map<String, Long> metered(GatewayUnderTest gateway) throws IOException {
    Map<String, Long> metered = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (ConsumerRecord<byte[], byte[]> record : read(gateway, "acme.usage", 0)) {
      JsonNode data = JSON.readTree(record.value());
      String agreement = data.path("agreement").asText();
      metered.merge(
          agreement.substring(0, agreement.indexOf('@')), data.path("records").asLong(), Long::sum);
      assertThat(ids.add(id(record))).as("an id of its own").isTrue();
    }
    return metered;
  }

  private static String id(ConsumerRecord<byte[], byte[]> event) {
    return new String(event.headers().lastHeader("ce_id").value(), US_ASCII);
  }

  /** Timestamps are minutes: in each at most what a minute allows, and what one second does. */
  private static void assertRate(List<ConsumerRecord<byte[], byte[]>> limited) {
    SortedMap<Long, Long> minutes = new TreeMap<>();
    limited.forEach(record -> minutes.merge(record.timestamp(), 1L, Long::sum));
    assertThat(minutes.values()).allMatch(records -> records <= RATE * 61);
  }

  private static void assertOrder(List<ConsumerRecord<byte[], byte[]>> limited) {
    Map<String, Long> last = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : limited) {
      long number = Payments.number(record.value());
      Long before = last.put(new String(record.key(), US_ASCII), number);
      assertThat(before)
          .as("once, and in order")
          .satisfiesAnyOf(
              none -> assertThat(none).isNull(), earlier -> assertThat(earlier).isLessThan(number));
    }
  }

  /** What the owner is told of the agreement that has a quota. */
  private record Told(long in, long released, long exceeded) {}

  /** Once all that waited has left: it is told in the transaction that it leaves in. */
  private static Told told(GatewayUnderTest gateway, long fed) throws Exception {
    Instant until = Instant.now().plus(PATIENCE);
    Told told = told(gateway);
    while (told.in() < fed && Instant.now().isBefore(until)) {
      Thread.sleep(500);
      told = told(gateway);
    }
    return told;
  }

  private static Told told(GatewayUnderTest gateway) throws IOException {
    long in = 0;
    long released = 0;
    long exceeded = 0;
    for (ConsumerRecord<byte[], byte[]> record : read(gateway, INTERNAL, 0)) {
      JsonNode data = JSON.readTree(record.value());
      if (data.path("agreement").asText().startsWith("acme-limited@")) {
        in += data.path("in").asLong();
        released += data.path("released").asLong();
        exceeded += data.path("withheld").path("quota_exceeded").asLong();
      }
    }
    return new Told(in, released, exceeded);
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(
      GatewayUnderTest gateway, String topic, long atLeast) {
    try (Subscriber reader = new Subscriber(gateway.broker.bootstrapServers(), topic)) {
      return List.copyOf(reader.read((int) atLeast, PATIENCE, QUIET));
    }
  }
}
