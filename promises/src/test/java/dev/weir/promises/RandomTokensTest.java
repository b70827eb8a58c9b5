package dev.weir.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.jobs.start.ResumeChoice;
import dev.weir.promises.stream.Faults;
import dev.weir.promises.stream.Feed;
import dev.weir.promises.stream.GatewayUnderTest;
import dev.weir.promises.stream.Payments;
import dev.weir.promises.stream.Subscriber;
import java.nio.charset.StandardCharsets;
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
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises 2 and 6 for random tokens: what is remembered outlives failures and scaling. */
class RandomTokensTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String FORM = "AQAAAA[A-Za-z0-9_-]{22}";

  @Test
  void oneTokenForEachSubject_everyRecordOnceAndInOrder_throughAFailureAndScaling(
      @TempDir Path directory) throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    try (GatewayUnderTest gateway =
        GatewayUnderTest.create(
            directory,
            Payments.randomPlan(),
            new Faults(Payments.FORMAT),
            1,
            3,
            new Configuration())) {
      gateway.createTopics(List.of(new NewTopic(Payments.OUT, Optional.of(3), Optional.empty())));
      CompletableFuture<Long> fed = fed(gateway, enough);
      JobID job = gateway.start(2, ResumeChoice.automatic());
      gateway.awaitRunning(job);
      Thread.sleep(2_000);
      fail(gateway, job);
      Thread.sleep(1_500);
      gateway.cluster.cancel(job);
      gateway.cluster.result(job).get();
      job = gateway.start(3, ResumeChoice.automatic());
      gateway.awaitRunning(job);
      enough.set(true);
      assertOneTokenEach(gateway, fed.get());
    }
  }

  private static void fail(GatewayUnderTest gateway, JobID job) throws InterruptedException {
    int before = Faults.opened();
    Faults.afterRecords(500);
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
            return feed.put(10_000, 5_000, enough::get);
          }
        });
  }

  private static void assertOneTokenEach(GatewayUnderTest gateway, long records) {
    Map<String, String> tokens = new HashMap<>();
    Map<String, Long> last = new HashMap<>();
    Set<Long> seen = new HashSet<>();
    try (Subscriber partner = new Subscriber(gateway.broker.bootstrapServers(), Payments.OUT)) {
      for (ConsumerRecord<byte[], byte[]> record :
          partner.read((int) records, PATIENCE, Duration.ofSeconds(2))) {
        long number = Payments.number(record.value());
        String token = new String(record.key(), StandardCharsets.UTF_8);
        assertThat(token).matches(FORM);
        assertThat(new String(record.value(), StandardCharsets.UTF_8))
            .contains("\"customer_id\":\"" + token + "\"");
        assertThat(seen.add(number)).as("seen once").isTrue();
        assertThat(tokens.putIfAbsent(Feed.subject(number), token)).isIn(null, token);
        Long before = last.put(token, number);
        assertThat(before == null || before < number).as("order of a subject").isTrue();
      }
    }
    assertThat(seen).hasSize((int) records);
    assertThat(tokens).hasSize(Feed.SUBJECTS);
    assertThat(new HashSet<>(tokens.values())).hasSize(Feed.SUBJECTS);
  }
}
