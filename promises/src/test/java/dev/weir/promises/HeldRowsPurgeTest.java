package dev.weir.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.operators.record.ValueName;
import dev.weir.plan.QuotaPlan.Hold;
import dev.weir.plan.QuotaPlan.Limits;
import dev.weir.promises.stream.Feed;
import dev.weir.promises.stream.GatewayUnderTest;
import dev.weir.promises.stream.Payments;
import dev.weir.promises.stream.Subscriber;
import dev.weir.tokenization.ValueNamer;
import dev.weir.tokenization.control.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 6 where a quota holds: who is purged has nothing that waits, of a running gateway and of
 * one that goes on from a savepoint of before.
 */
class HeldRowsPurgeTest {

  private static final long RATE = 50;
  private static final int ROWS = 2 * Feed.SUBJECTS;

  /** Comes last in each round, and so waits ten seconds. */
  private static final String PURGED = Feed.subject(Feed.SUBJECTS - 1);

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void whoIsPurged_hasNoRowThatWaits_andAnOlderSavepointLetsNoneOut(@TempDir Path directory)
      throws Exception {
    Limits limits =
        new Limits(RATE, null, null, null, null, null, "hold", new Hold(10_000L, "PT1H"));
    try (GatewayUnderTest gateway =
        GatewayUnderTest.create(
            directory, Payments.quotaPlan(limits), Payments.FORMAT, 1, 3, new Configuration())) {
      gateway.createTopics(
          List.of(
              new NewTopic(Payments.OUT, 3, (short) 1),
              new NewTopic(Payments.LIMITED, 3, (short) 1)));
      ControlOwner owner = ControlOwner.in(directory.resolve("control"));
      JobID job = start(gateway, owner, 2, ResumeChoice.automatic());
      fed(gateway);
      String before = gateway.cluster.savepoint(job, directory.resolve("before").toUri());
      purge(gateway, owner, directory);
      awaitLeft(gateway, ROWS - 2);
      assertNoneOfThePurged(gateway);
      gateway.cluster.cancel(job);
      gateway.cluster.result(job).get();
      int left = limited(gateway, 0).size();
      JobID unused = start(gateway, owner, 3, new ResumeChoice(before, false, true, false));
      awaitLeft(gateway, left + ROWS / 2);
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(erased(gateway)).isEqualTo(2 * 2));
      assertNoneOfThePurged(gateway);
    }
  }

  private static JobID start(
      GatewayUnderTest gateway, ControlOwner owner, int parallelism, ResumeChoice choice)
      throws InterruptedException {
    JobID job = gateway.start(gateway.gateway(parallelism, 1).withControl(owner.channel()), choice);
    gateway.awaitRunning(job);
    return job;
  }

  /** All of it was read: the other agreement, which has no quota, has it. */
  private static void fed(GatewayUnderTest gateway) {
    String servers = gateway.broker.bootstrapServers();
    try (Feed feed = new Feed(servers, GatewayUnderTest.SOURCE, Payments::json);
        Subscriber open = new Subscriber(servers, Payments.OUT)) {
      assertThat(feed.put(ROWS, 20_000, () -> true)).isEqualTo(ROWS);
      assertThat(open.read(ROWS, PATIENCE, Duration.ZERO)).hasSize(ROWS);
    }
  }

  private static void purge(GatewayUnderTest gateway, ControlOwner owner, Path directory) {
    ValueNamer namer =
        ControlOwner.keys(directory.resolve("keys")).subjects().namer("card-payments");
    byte[] id = PURGED.getBytes(UTF_8);
    namer.name(id, 0, id.length);
    String name = new ValueName(namer.high(), namer.low()).hex();
    var unused = owner.send(gateway, "", new Command.PurgeSubject("card-payments", name));
  }

  private static void awaitLeft(GatewayUnderTest gateway, int atLeast) {
    assertThat(limited(gateway, atLeast)).hasSizeGreaterThanOrEqualTo(atLeast);
  }

  private static List<ConsumerRecord<byte[], byte[]>> limited(
      GatewayUnderTest gateway, int atLeast) {
    return read(gateway, Payments.LIMITED, atLeast);
  }

  private static void assertNoneOfThePurged(GatewayUnderTest gateway) {
    assertThat(limited(gateway, 0))
        .extracting(record -> Feed.subject(Payments.number(record.value())))
        .isNotEmpty()
        .doesNotContain(PURGED);
  }

  /** What the owner is told. */
  private static long erased(GatewayUnderTest gateway) throws IOException {
    long erased = 0;
    for (ConsumerRecord<byte[], byte[]> record : read(gateway, "weir.usage.internal", 0)) {
      JsonNode data = JSON.readTree(record.value());
      erased += data.path("withheld").path("erased").asLong();
    }
    return erased;
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(
      GatewayUnderTest gateway, String topic, int atLeast) {
    try (Subscriber reader = new Subscriber(gateway.broker.bootstrapServers(), topic)) {
      return List.copyOf(reader.read(atLeast, PATIENCE, QUIET));
    }
  }
}
