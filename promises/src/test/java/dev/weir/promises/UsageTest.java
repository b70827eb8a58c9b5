package dev.weir.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.metering.usage.Metered;
import dev.weir.metering.usage.Usage;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageHeaders;
import dev.weir.metering.usage.UsageTally;
import dev.weir.promises.stream.Faults;
import dev.weir.promises.stream.Feed;
import dev.weir.promises.stream.GatewayUnderTest;
import dev.weir.promises.stream.Payments;
import dev.weir.promises.stream.Subscriber;
import java.io.IOException;
import java.math.BigDecimal;
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
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Usage is what was delivered: through failures and scaling, its sums are the records of the
 * partner's topic, in every minute. The oracle reads the topic alone.
 */
class UsageTest {

  private static final String USAGE = "acme.usage";
  private static final String INTERNAL = "weir.usage.internal";
  private static final int FAILURES = 8;
  private static final int CELLS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Random random = new Random(20261127);

  @Test
  void usage_isTheRecordsOfTheTopic_inEveryMinute_throughFailuresAndScaling(@TempDir Path directory)
      throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    try (GatewayUnderTest gateway =
        GatewayUnderTest.create(directory, new Faults(Payments.FORMAT), 1, 3)) {
      gateway.createTopics(List.of(new NewTopic(Payments.OUT, 3, (short) 1)));
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
      assertUsage(gateway, fed.get());
    }
  }

  private void fail(GatewayUnderTest gateway, JobID job) throws InterruptedException {
    Thread.sleep(500 + random.nextInt(2_000));
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
          try (Feed feed = new Feed(servers, GatewayUnderTest.SOURCE, UsageTest::payment)) {
            return feed.put(20_000, 2_000, enough::get);
          }
        });
  }

  /** Of each ten one is refused: its partner must not be told. */
  private static String payment(long number) {
    String payment = Payments.json(number);
    return number % 10 == 7 ? payment.replace(".50", "x") : payment;
  }

  private static void assertUsage(GatewayUnderTest gateway, long fed) throws IOException {
    long delivered = fed - fed / 10 - (fed % 10 > 7 ? 1 : 0);
    SortedMap<Instant, Usage> onTopic = onTopic(gateway, delivered);
    UsageTally tally = new UsageTally();
    SortedMap<Instant, Usage> told = new TreeMap<>();
    long events = 0;
    for (ConsumerRecord<byte[], byte[]> record : all(gateway, USAGE)) {
      UsageEvent event = UsageHeaders.read(headers(record), record.value());
      assertThat(tally.add(event)).as("an id of its own").isEqualTo(UsageTally.Outcome.ADDED);
      assertThat(tally.add(event)).as("counted once").isEqualTo(UsageTally.Outcome.REPEATED);
      Metered data = event.data();
      told.merge(data.window().from(), data.usage(), Usage::plus);
      events++;
    }
    assertThat(told).as("%d events", events).isEqualTo(onTopic);
    assertInternal(gateway, fed, delivered);
  }

  /** Records, bytes and cells by the minute of release, as any reader of the topic counts them. */
  private static SortedMap<Instant, Usage> onTopic(GatewayUnderTest gateway, long delivered) {
    SortedMap<Instant, Usage> usage = new TreeMap<>();
    Set<Long> seen = new HashSet<>();
    try (Subscriber partner = new Subscriber(gateway.broker.bootstrapServers(), Payments.OUT)) {
      for (ConsumerRecord<byte[], byte[]> record : partner.read((int) delivered, PATIENCE, QUIET)) {
        seen.add(Payments.number(record.value()));
        Usage one = new Usage(1, record.value().length, CELLS, BigDecimal.ZERO);
        usage.merge(Instant.ofEpochMilli(record.timestamp()), one, Usage::plus);
      }
    }
    assertThat(seen).hasSize((int) delivered);
    return usage;
  }

  private static void assertInternal(GatewayUnderTest gateway, long fed, long delivered)
      throws IOException {
    long in = 0;
    long released = 0;
    long refused = 0;
    Set<String> ids = new HashSet<>();
    for (ConsumerRecord<byte[], byte[]> record : all(gateway, INTERNAL)) {
      JsonNode data = JSON.readTree(record.value());
      in += data.get("in").asLong();
      released += data.get("released").asLong();
      for (JsonNode reason : data.get("deadLettered")) {
        refused += reason.asLong();
      }
      assertThat(ids.add(headers(record).get("ce_id"))).isTrue();
    }
    assertThat(in).isEqualTo(fed);
    assertThat(released).isEqualTo(delivered);
    assertThat(refused).isEqualTo(fed - delivered);
  }

  private static List<ConsumerRecord<byte[], byte[]>> all(GatewayUnderTest gateway, String topic) {
    try (Subscriber reader = new Subscriber(gateway.broker.bootstrapServers(), topic)) {
      return List.copyOf(reader.read(0, Duration.ZERO, QUIET));
    }
  }

  private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), UTF_8));
    }
    return headers;
  }
}
