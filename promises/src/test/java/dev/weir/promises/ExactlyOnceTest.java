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
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 2: through failures of any part, a subscriber sees every release once, in order. */
class ExactlyOnceTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration QUIET = Duration.ofSeconds(3);

  /** Of the partner's topic: with one alone, any order of writing would keep a subject's. */
  private static final int PARTITIONS = 3;

  private final Path directory;
  private final Random random = new Random(20261124);

  ExactlyOnceTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void everyRecordOnce_inOrderOfItsSubject_throughTwelveFailures() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    try (GatewayUnderTest gateway = gateway(1)) {
      JobID job = gateway.start(2, ResumeChoice.automatic());
      gateway.awaitRunning(job);
      CompletableFuture<Long> fed = fed(gateway, 200_000, 4_000, enough);
      for (int round = 0; round < 3; round++) {
        operatorFails(gateway, job);
        taskManagerStops(gateway, job, round);
        operatorFails(gateway, job);
        brokerRestarts(gateway, job);
      }
      enough.set(true);
      assertOnceAndInOrder(gateway, fed.get());
    }
  }

  @Test
  void everyRecordOnce_whenScaledFromTwoToThreeToOne_fromSavepoints() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    try (GatewayUnderTest gateway = gateway(2)) {
      CompletableFuture<Long> fed = fed(gateway, 0, 10_000, enough);
      for (int parallelism : new int[] {2, 3}) {
        JobID job = gateway.start(parallelism, ResumeChoice.automatic());
        gateway.awaitRunning(job);
        Thread.sleep(3_000);
        String savepoint = gateway.cluster.stopWithSavepoint(job, gateway.savepoints());
        assertThat(savepoint).contains("/savepoint-");
      }
      gateway.start(1, ResumeChoice.automatic());
      enough.set(true);
      assertOnceAndInOrder(gateway, fed.get());
    }
  }

  @Test
  void everyRecordOnce_whenTheJobIsKilledAndStartedAgain_fromItsNewestCheckpoint()
      throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    try (GatewayUnderTest gateway = gateway(2)) {
      CompletableFuture<Long> fed = fed(gateway, 0, 10_000, enough);
      for (int start = 0; start < 3; start++) {
        JobID job = gateway.start(2, ResumeChoice.automatic());
        gateway.awaitRunning(job);
        Thread.sleep(1_500 + random.nextInt(500));
        gateway.cluster.cancel(job);
        gateway.cluster.result(job).get();
      }
      gateway.start(2, ResumeChoice.automatic());
      enough.set(true);
      assertOnceAndInOrder(gateway, fed.get());
    }
  }

  private void operatorFails(GatewayUnderTest gateway, JobID job) throws Exception {
    waitAtRandom();
    int before = Faults.opened();
    Faults.afterRecords(1 + random.nextInt(3_000));
    awaitRestart(gateway, job, before);
  }

  /** The job's own: each holds one subtask, and the new one takes its place. */
  private void taskManagerStops(GatewayUnderTest gateway, JobID job, int oldest) throws Exception {
    waitAtRandom();
    int before = Faults.opened();
    gateway.cluster.stopTaskManager(oldest);
    gateway.cluster.startTaskManager();
    awaitRestart(gateway, job, before);
  }

  /** Clients wait for it to come back; the job need not fail. */
  private void brokerRestarts(GatewayUnderTest gateway, JobID job) throws Exception {
    waitAtRandom();
    gateway.broker.stop();
    Thread.sleep(random.nextInt(1_500));
    gateway.broker.start();
    gateway.awaitRunning(job);
  }

  private void waitAtRandom() throws InterruptedException {
    Thread.sleep(300 + random.nextInt(1_500));
  }

  private static void awaitRestart(GatewayUnderTest gateway, JobID job, int before)
      throws InterruptedException {
    Instant until = Instant.now().plus(PATIENCE);
    while (Faults.opened() == before) {
      assertThat(Instant.now()).as("the failure has to come").isBefore(until);
      Thread.sleep(20);
    }
    gateway.awaitRunning(job);
  }

  private GatewayUnderTest gateway(int slotsEach) throws Exception {
    GatewayUnderTest gateway =
        GatewayUnderTest.create(directory, new Faults(Payments.FORMAT), 2, slotsEach);
    gateway.createTopics(List.of(new NewTopic(Payments.OUT, PARTITIONS, (short) 1)));
    return gateway;
  }

  private static CompletableFuture<Long> fed(
      GatewayUnderTest gateway, long atLeast, int perSecond, AtomicBoolean enough) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Feed feed =
              new Feed(
                  gateway.broker.bootstrapServers(), GatewayUnderTest.SOURCE, Payments::json)) {
            return feed.put(atLeast, perSecond, enough::get);
          }
        });
  }

  private static void assertOnceAndInOrder(GatewayUnderTest gateway, long records) {
    int[] times = new int[(int) records];
    Map<String, Long> last = new HashMap<>();
    Map<String, Integer> partitions = new HashMap<>();
    try (Subscriber partner = new Subscriber(gateway.broker.bootstrapServers(), Payments.OUT)) {
      for (ConsumerRecord<byte[], byte[]> record : partner.read(times.length, PATIENCE, QUIET)) {
        long number = Payments.number(record.value());
        times[(int) number]++;
        String token = new String(record.key(), StandardCharsets.UTF_8);
        Integer partition = partitions.putIfAbsent(token, record.partition());
        assertThat(partition == null || partition == record.partition())
            .as("one partition of %s", token)
            .isTrue();
        Long before = last.put(token, number);
        assertThat(before == null || before < number).as("order of %s", token).isTrue();
      }
    }
    assertThat(last).as("subjects").hasSize(Feed.SUBJECTS);
    assertThat(Arrays.stream(times).filter(n -> n == 0).count()).as("lost").isZero();
    assertThat(Arrays.stream(times).filter(n -> n > 1).count()).as("seen twice").isZero();
  }
}
