package dev.weir.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.promises.stream.Faults;
import dev.weir.promises.stream.Feed;
import dev.weir.promises.stream.GatewayUnderTest;
import dev.weir.promises.stream.Payments;
import dev.weir.promises.stream.Subscriber;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promises 2 and 4: a crowd or nothing, through failures in the middle of decisions and scaling.
 * The oracle knows everybody's age and looks at the topic alone.
 */
class CrowdsTest {

  private static final int K = 5;
  private static final int FAILURES = 6;
  private static final int ROUND = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyBoxHasItsCrowd_everyTokenOneBox_andNoEventTwo_throughFailuresAndScaling(
      @TempDir Path directory) throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    try (GatewayUnderTest gateway =
        GatewayUnderTest.create(
            directory,
            Payments.cohortPlan(K),
            new Faults(Payments.FORMAT),
            1,
            3,
            new Configuration())) {
      gateway.createTopics(List.of(new NewTopic(Payments.OUT, Optional.of(3), Optional.empty())));
      CompletableFuture<Long> fed = fed(gateway, enough);
      JobID job = gateway.start(2, ResumeChoice.automatic());
      gateway.awaitRunning(job);
      for (int failure = 0; failure < FAILURES; failure++) {
        fail(gateway, job, 90 + 170 * failure);
      }
      gateway.cluster.cancel(job);
      gateway.cluster.result(job).get();
      job = gateway.start(3, ResumeChoice.automatic());
      gateway.awaitRunning(job);
      enough.set(true);
      assertCrowds(gateway, fed.get());
      assertOneBoxForEachEvent(gateway);
    }
  }

  /** While the first crowds are formed, and later: each time some decision is in no checkpoint. */
  private static void fail(GatewayUnderTest gateway, JobID job, int afterRecords)
      throws InterruptedException {
    Thread.sleep(2_000); // checkpoints pass, and people come to be known
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
          try (Feed feed = new Feed(servers, CrowdsTest::record)) {
            return feed.put(10_000, 1_000, enough::get);
          }
        });
  }

  private static ProducerRecord<byte[], byte[]> record(long number) {
    String payment =
        String.format(
            "{\"payment_id\":\"P%07d\",\"customer_id\":\"C%d\",\"age\":%d,\"amount\":1.5,"
                + "\"occurred_at\":\"2026-06-01T08:00:00Z\"}",
            number, subject(number), age(subject(number)));
    byte[] key = Long.toString(subject(number)).getBytes(UTF_8);
    return new ProducerRecord<>(GatewayUnderTest.SOURCE, key, payment.getBytes(UTF_8));
  }

  /**
   * Of each five one is of somebody new, so that crowds are formed all the time; the others are of
   * people who came 1 to 4 rounds ago and may leave at once.
   */
  private static long subject(long number) {
    long round = Math.max(0, number / ROUND - number % 5);
    return round * (ROUND / 5) + number % ROUND / 5;
  }

  private static long age(long subject) {
    return 18 + subject * 7 % 61;
  }

  private static void assertCrowds(GatewayUnderTest gateway, long records) throws IOException {
    Map<String, Set<String>> tokens = new HashMap<>();
    Map<String, String> boxes = new HashMap<>();
    Map<String, Long> last = new HashMap<>();
    Set<Long> seen = new HashSet<>();
    try (Subscriber partner = new Subscriber(gateway.broker.bootstrapServers(), Payments.OUT)) {
      for (ConsumerRecord<byte[], byte[]> record :
          partner.read((int) records, PATIENCE, Duration.ofSeconds(2))) {
        JsonNode row = JSON.readTree(record.value());
        long number = Payments.number(record.value());
        String token = row.get("customer_id").asText();
        String box = row.get("age").toString();
        assertThat(seen.add(number)).as("seen once").isTrue();
        assertThat(covers(row.get("age"), age(subject(number)))).as("true").isTrue();
        assertThat(boxes.putIfAbsent(token, box)).as("one box").isIn(null, box);
        tokens.computeIfAbsent(box, unseen -> new HashSet<>()).add(token);
        Long before = last.put(token, number);
        assertThat(before == null || before < number).as("order of a subject").isTrue();
      }
    }
    assertThat(seen).as("none lost").hasSize((int) records);
    long people = LongStream.range(0, records).map(CrowdsTest::subject).distinct().count();
    assertThat(boxes.size()).isEqualTo((int) people);
    assertThat(tokens.values()).allMatch(crowd -> crowd.size() >= K);
    for (String box : tokens.keySet()) {
      JsonNode shown = JSON.readTree(box);
      assertThat(LongStream.range(0, people).filter(s -> covers(shown, age(s))).count())
          .as("candidates")
          .isGreaterThanOrEqualTo(K);
    }
  }

  private static boolean covers(JsonNode shown, long age) {
    return shown.isObject()
        ? shown.get("from").asLong() <= age && age <= shown.get("to").asLong()
        : shown.asLong() == age;
  }

  /** Of all that was ever written, aborted transactions too. */
  private static void assertOneBoxForEachEvent(GatewayUnderTest gateway) throws IOException {
    Map<Long, String> boxes = new HashMap<>();
    int twice = 0;
    try (Subscriber anybody =
        new Subscriber(gateway.broker.bootstrapServers(), Payments.OUT, "read_uncommitted")) {
      for (ConsumerRecord<byte[], byte[]> record :
          anybody.read(0, Duration.ZERO, Duration.ofSeconds(5))) {
        String box = JSON.readTree(record.value()).get("age").toString();
        String before = boxes.putIfAbsent(Payments.number(record.value()), box);
        assertThat(before).isIn(null, box);
        twice += before == null ? 0 : 1;
      }
    }
    assertThat(twice)
        .as("something was written again, or nothing was tried: %d events", boxes.size())
        .isPositive();
  }
}
