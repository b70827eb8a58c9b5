package dev.weir.promises.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageHeaders;
import dev.weir.metering.usage.UsageTally;
import dev.weir.promises.stream.Subscriber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Usage is what was delivered on processes as a cluster has them: whatever is killed and when, its
 * sums are the records of each partner's topic, in every minute; of a partner on hold, too, of whom
 * nothing is lost: what came has left or was counted as withheld. The oracle reads topics alone.
 */
class SigkilledUsageTest {

  private static final int KILLS = 20;
  private static final long ROWS = 1_000_000;
  private static final int PER_SECOND = 4_000;
  private static final long RATE = 400;
  private static final String SLOW = "slow";
  private static final List<String> PARTNERS = List.of("north", "south", SLOW);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String HOLD =
      "quota: {recordsPerSecond: 400, onExceed: hold, holdAtMost: {records: 20000, for: PT1H}}";

  private final Path directory;
  private final Random random = new Random(20261127);

  SigkilledUsageTest(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) {
    this.directory = directory;
  }

  /** What a reader counts of a minute. */
  private record Counted(long records, long bytes) {
    Counted plus(Counted more) {
      return new Counted(records + more.records, bytes + more.bytes);
    }
  }

  @Test
  @Tag("soak")
  void usageOfAMillionRecords_throughTwentyKills() throws Exception {
    try (RealProcesses processes = RealProcesses.start(directory)) {
      toThreePartners(processes);
      String kafka = processes.broker.bootstrapServers();
      long rows = new Ordeal(processes, KILLS, random).feed(CrowdFeed::record, ROWS, PER_SECOND);
      long released = judgeHold(kafka, rows);
      for (String partner : PARTNERS) {
        judge(kafka, partner, partner.equals(SLOW) ? released : rows);
      }
    }
  }

  private static void toThreePartners(RealProcesses processes) throws IOException {
    Map<String, String> terms = new LinkedHashMap<>();
    PARTNERS.forEach(partner -> terms.put(partner, "retention: P30D"));
    terms.put(SLOW, HOLD);
    PartnerFiles.write(processes, terms);
  }

  /** In every minute, what is told is what is there. */
  private static void judge(String kafka, String partner, long expected) {
    SortedMap<Long, Counted> delivered = new TreeMap<>();
    BitSet numbers = new BitSet();
    read(
        kafka,
        partner + ".payments.v1",
        expected,
        record -> {
          int number = number(record);
          assertThat(numbers.get(number)).as("twice").isFalse();
          numbers.set(number);
          Counted one = new Counted(1, record.value().length);
          delivered.merge(record.timestamp(), one, Counted::plus);
        });
    SortedMap<Long, Counted> told = new TreeMap<>();
    UsageTally tally = new UsageTally();
    read(kafka, partner + ".usage", 0, record -> add(record, tally, told));
    assertThat(told).as(partner).isEqualTo(delivered);
    System.out.printf(
        "%s: %d records in %d minutes, as told%n",
        partner, numbers.cardinality(), delivered.size());
    assertThat((long) numbers.cardinality()).isEqualTo(expected);
    if (partner.equals(SLOW)) {
      assertThat(delivered.values()).allMatch(minute -> minute.records() <= RATE * 61);
    }
  }

  private static void add(
      ConsumerRecord<byte[], byte[]> record, UsageTally tally, SortedMap<Long, Counted> told) {
    UsageEvent event = event(record);
    assertThat(tally.add(event)).isEqualTo(UsageTally.Outcome.ADDED);
    told.merge(
        event.data().window().from().toEpochMilli(),
        new Counted(event.data().usage().records(), event.data().usage().payloadBytes()),
        Counted::plus);
  }

  private static UsageEvent event(ConsumerRecord<byte[], byte[]> record) {
    try {
      return UsageHeaders.read(headers(record), record.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came has left, or is counted: how much has left. */
  private static long judgeHold(String kafka, long rows) throws InterruptedException {
    Instant until = Instant.now().plus(PATIENCE);
    Map<String, Long> counts = counts(kafka);
    while (counts.getOrDefault("in", 0L) < rows && Instant.now().isBefore(until)) {
      Thread.sleep(1_000);
      counts = counts(kafka);
    }
    System.out.println("of the partner on hold: " + counts);
    long released = counts.getOrDefault("released", 0L);
    assertThat(counts.get("in")).isEqualTo(rows);
    assertThat(released + counts.getOrDefault("quota_exceeded", 0L)).isEqualTo(rows);
    return released;
  }

  private static Map<String, Long> counts(String kafka) {
    Map<String, Long> counts = new HashMap<>();
    read(kafka, "weir.usage.internal", 0, record -> count(record, counts));
    return counts;
  }

  private static void count(ConsumerRecord<byte[], byte[]> record, Map<String, Long> counts) {
    JsonNode data = json(record);
    if (data.path("partner").asText().equals(SLOW)) {
      counts.merge("in", data.path("in").asLong(), Long::sum);
      counts.merge("released", data.path("released").asLong(), Long::sum);
      long exceeded = data.path("withheld").path("quota_exceeded").asLong();
      counts.merge("quota_exceeded", exceeded, Long::sum);
    }
  }

  private static int number(ConsumerRecord<byte[], byte[]> record) {
    return Integer.parseInt(json(record).path("payment_id").asText().substring(1));
  }

  private static JsonNode json(ConsumerRecord<byte[], byte[]> record) {
    try {
      return JSON.readTree(record.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(
      String kafka, String topic, long expected, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    try (Subscriber reader = new Subscriber(kafka, topic)) {
      reader.read(expected, PATIENCE, QUIET, each);
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
