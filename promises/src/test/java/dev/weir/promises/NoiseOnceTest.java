package dev.weir.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.operators.statistics.LedgerRow;
import dev.weir.privacy.ledger.Span;
import dev.weir.privacy.opendp.OpenDp;
import dev.weir.promises.stream.Faults;
import dev.weir.promises.stream.Feed;
import dev.weir.promises.stream.GatewayUnderTest;
import dev.weir.promises.stream.Payments;
import dev.weir.promises.stream.Subscriber;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promises 2 and 5: through failures, scaling and a start from an older savepoint every window of
 * every size is released once, charged once, and no reader sees two values of one.
 */
@DisabledIfSystemProperty(named = "weir.opendp", matches = "skip")
@DisabledIfEnvironmentVariable(named = "WEIR_OPENDP", matches = "skip")
class NoiseOnceTest {

  private static final int FAILURES = 6;
  private static final int PER_SECOND = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final long SECOND = 1_000;
  private static final long FIVE_SECONDS = 5 * SECOND;

  /** The sums of all windows' noise are less. */
  private static final double NOISE = 4_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyWindow_isDrawnChargedAndReleasedOnce_throughFailuresScalingAndOlderState(
      @TempDir Path directory) throws Exception {
    assertThat(OpenDp.load().version()).isNotEmpty();
    Instant from = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    AtomicBoolean enough = new AtomicBoolean();
    try (GatewayUnderTest gateway =
        GatewayUnderTest.create(
            directory,
            Payments.statisticsPlan(from, "5000"),
            new Faults(Payments.FORMAT),
            1,
            3,
            new Configuration())) {
      gateway.createTopics(List.of(new NewTopic(Payments.OUT, 2, (short) 1)));
      JobID job = gateway.start(gateway.counting(2), ResumeChoice.automatic());
      CompletableFuture<Long> fed = fed(gateway, enough);
      gateway.awaitRunning(job);
      for (int failure = 0; failure < FAILURES; failure++) {
        fail(gateway, job, 100 + 313 * failure);
      }
      String older = gateway.cluster.savepoint(job, directory.resolve("older").toUri());
      cancel(gateway, job);
      job = gateway.start(gateway.counting(3), ResumeChoice.automatic());
      gateway.awaitRunning(job);
      Thread.sleep(4_000); // windows are released that the savepoint does not know
      cancel(gateway, job);
      Instant cancelled = Instant.now();
      job = gateway.start(gateway.counting(3), new ResumeChoice(older, false, true, false));
      gateway.awaitRunning(job);
      enough.set(true);
      long records = fed.get();
      int seconds = (int) Duration.between(from, Instant.now()).toSeconds();
      int windows = seconds + seconds / 5 - 1;
      assertThat(read(gateway, Payments.OUT, "read_committed", windows))
          .hasSizeGreaterThanOrEqualTo(windows);
      cancel(gateway, job);
      assertWindows(gateway, from, cancelled, records);
      assertThat(withheld(gateway))
          .as("records of windows the savepoint did not know")
          .isPositive();
    }
  }

  private static void cancel(GatewayUnderTest gateway, JobID job) throws Exception {
    gateway.cluster.cancel(job);
    gateway.cluster.result(job).get();
  }

  private static void fail(GatewayUnderTest gateway, JobID job, int afterRecords)
      throws InterruptedException {
    Thread.sleep(1_500); // windows are drawn, and checkpoints pass
    int before = Faults.opened();
    Faults.afterRecords(afterRecords);
    while (Faults.opened() == before) {
      Thread.sleep(20);
    }
    gateway.awaitRunning(job);
  }

  private static CompletableFuture<Long> fed(GatewayUnderTest gateway, AtomicBoolean enough) {
    return CompletableFuture.supplyAsync(
        () -> {
          String servers = gateway.broker.bootstrapServers();
          try (Feed feed = new Feed(servers, GatewayUnderTest.SOURCE, NoiseOnceTest::payment)) {
            return feed.put(5_000, PER_SECOND, enough::get);
          }
        });
  }

  /** It happens when it is put there, so that it is late for no window but its second's end. */
  private static String payment(long number) {
    return Payments.json(number).replace("2026-06-01T08:00:00Z", Instant.now().toString());
  }

  private static void assertWindows(
      GatewayUnderTest gateway, Instant from, Instant cancelled, long records) throws IOException {
    Map<Span, Double> counts = new HashMap<>();
    for (JsonNode row : rows(gateway, "read_committed")) {
      Double other = counts.put(window(row), row.at("/measures/payments/value").asDouble());
      assertThat(other).as("%s is released once", window(row)).isNull();
    }
    assertThat(charged(gateway, "read_committed"))
        .as("the ledger")
        .containsExactlyInAnyOrderElementsOf(counts.keySet());
    Set<Span> drawn = new HashSet<>(charged(gateway, "read_uncommitted"));
    assertNoneMissing(drawn, SECOND, from.toEpochMilli());
    assertNoneMissing(drawn, FIVE_SECONDS, five(from.toEpochMilli() + FIVE_SECONDS - 1).from());
    assertThat(drawn).as("all that was released").containsAll(counts.keySet());
    drawn.removeAll(counts.keySet());
    long last = counts.keySet().stream().mapToLong(Span::to).max().orElseThrow();
    assertThat(drawn)
        .as("withheld, or at the end: what a job had shown and not committed when it was cancelled")
        .allMatch(window -> window.to() < cancelled.toEpochMilli() || window.to() > last);
    assertCounted(counts, records);
    assertOneValue(gateway);
  }

  private static Span window(JsonNode row) {
    return new Span(time(row, "from"), time(row, "to"));
  }

  private static long time(JsonNode row, String end) {
    return Instant.parse(row.at("/window/" + end).asText()).toEpochMilli();
  }

  /** Windows of a size follow one another without a gap from the first that could be whole. */
  private static void assertNoneMissing(Set<Span> drawn, long size, long first) {
    List<Span> of = drawn.stream().filter(window -> length(window) == size).sorted().toList();
    assertThat(of).as("some are drawn").isNotEmpty();
    for (int at = 0; at < of.size(); at++) {
      assertThat(of.get(at).from()).as("none is missing").isEqualTo(first + at * size);
    }
  }

  private static long length(Span window) {
    return window.to() - window.from();
  }

  /**
   * Seconds hold all but what came to the broker late, more of it on a busy machine; and what they
   * hold, longer windows hold again.
   */
  private static void assertCounted(Map<Span, Double> counts, long records) {
    double seconds = 0;
    double inLonger = 0;
    double longer = 0;
    for (Map.Entry<Span, Double> count : counts.entrySet()) {
      Span window = count.getKey();
      if (length(window) == FIVE_SECONDS) {
        longer += count.getValue();
      } else {
        seconds += count.getValue();
        inLonger += counts.containsKey(five(window.from())) ? count.getValue() : 0;
      }
    }
    assertThat(seconds).isBetween(0.2 * records - NOISE, records + NOISE);
    assertThat(longer).isCloseTo(inLonger, within(NOISE));
  }

  /** That of five seconds in which a time lies. */
  private static Span five(long time) {
    long from = Math.floorDiv(time, FIVE_SECONDS) * FIVE_SECONDS;
    return new Span(from, from + FIVE_SECONDS);
  }

  private static List<Span> charged(GatewayUnderTest gateway, String isolation) {
    return read(gateway, "weir.ledger", isolation, 0).stream()
        .map(row -> LedgerRow.parse(row.value()).charge().window())
        .toList();
  }

  private static long withheld(GatewayUnderTest gateway) throws IOException {
    long withheld = 0;
    for (ConsumerRecord<byte[], byte[]> row :
        read(gateway, "weir.usage.internal", "read_committed", 0)) {
      withheld += JSON.readTree(row.value()).at("/withheld/already_charged").asLong();
    }
    return withheld;
  }

  /** What a reader saw who did not wait for commits: rows of aborted transactions too. */
  private static void assertOneValue(GatewayUnderTest gateway) throws IOException {
    Map<Span, JsonNode> seen = new HashMap<>();
    for (JsonNode row : rows(gateway, "read_uncommitted")) {
      JsonNode before = seen.put(window(row), row);
      if (before != null) {
        assertThat(row).isEqualTo(before);
      }
    }
  }

  private static List<JsonNode> rows(GatewayUnderTest gateway, String isolation)
      throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> row : read(gateway, Payments.OUT, isolation, 0)) {
      rows.add(JSON.readTree(row.value()));
    }
    return rows;
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(
      GatewayUnderTest gateway, String topic, String isolation, int expected) {
    try (Subscriber reader = new Subscriber(gateway.broker.bootstrapServers(), topic, isolation)) {
      return List.copyOf(reader.read(expected, PATIENCE, QUIET));
    }
  }
}
