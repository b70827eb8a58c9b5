package dev.weir.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.jobs.holders.StateHolders;
import dev.weir.jobs.kafka.KafkaControlTopic;
import dev.weir.jobs.start.GatewaySettings;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.operators.stage.JobStoppedException;
import dev.weir.promises.stream.Faults;
import dev.weir.promises.stream.Feed;
import dev.weir.promises.stream.GatewayUnderTest;
import dev.weir.promises.stream.Payments;
import dev.weir.promises.stream.Subscriber;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.control.Command;
import dev.weir.tokenization.keys.DestroyedKey;
import dev.weir.tokenization.keys.KeyChanges;
import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.KeyName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.util.SerializedThrowable;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 6: keys rotate, are disabled and destroyed, under a running pipeline. */
class KeysChangeTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final KeyUse USE = KeyUse.DETERMINISTIC;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @SuppressWarnings("NullAway.Init") // before each
  private GatewayUnderTest gateway;

  @SuppressWarnings("NullAway.Init") // before each
  private KeyDirectory keys;

  @SuppressWarnings("NullAway.Init") // before each
  private ControlOwner owner;

  private final AtomicBoolean enough = new AtomicBoolean();

  @BeforeEach
  void create() throws Exception {
    gateway = GatewayUnderTest.create(directory, new Faults(Payments.FORMAT), 1, 2);
    gateway.createTopics(List.of(new NewTopic(Payments.OUT, 3, (short) 1)));
    keys = ControlOwner.keys(directory.resolve("keys"));
    owner = ControlOwner.in(directory.resolve("control"));
  }

  @AfterEach
  void stop() throws Exception {
    enough.set(true);
    gateway.close();
  }

  private JobID start() {
    GatewaySettings settings = gateway.gateway(2, 1).withControl(owner.channel());
    return gateway.start(settings, ResumeChoice.automatic());
  }

  private String checkpoints() {
    return directory.resolve("checkpoints").resolve("eu").toUri().toString();
  }

  private void send(Command command) {
    assertThat(owner.send(gateway, checkpoints(), command).command()).isEqualTo(command);
  }

  private Command version(KeyName key) {
    return new Command.KeyVersion(key, keys.partner("acme").fingerprint(USE));
  }

  private KeyName active() {
    return new KeyName("acme", USE, keys.partner("acme").version(USE));
  }

  @Test
  void rotatedDisabledAndDestroyed_underLoad_noRecordIsLost_andEachSubjectChangesOnce()
      throws Exception {
    JobID job = start();
    gateway.awaitRunning(job);
    CompletableFuture<Long> fed = fed(2_000);
    KeyName first = active();
    try (Subscriber partner = subscriber()) {
      await(partner, () -> keysOf(partner).containsKey(first.keyId()));
      try (KafkaControlTopic log = new KafkaControlTopic(gateway.kafka(), ControlOwner.TOPIC)) {
        log.append(new byte[] {1, 2, 3}); // refused
      }
      Path copy = copy(directory.resolve("keys"), directory.resolve("copy"));
      KeyName second = new KeyChanges(keys).rotate("acme", USE);
      switchOver(partner, second);
      send(new Command.KeyDisable(first));
      DestroyedKey gone = new KeyChanges(keys).destroy(first, "erika");
      send(new Command.KeyDestroy(first, gone.fingerprint()));
      int opened = Faults.opened();
      Faults.afterRecords(500);
      await(partner, () -> Faults.opened() > opened);
      gateway.awaitRunning(job);
      enough.set(true);
      assertOnceAndChangedOnce(partner, fed.get(), List.of(first.keyId(), second.keyId()));
      awaitNoHolder(gone.fingerprint());
      assertThat(gateway.cluster.stopWithSavepoint(job, gateway.savepoints())).isNotEmpty();
      olderCopyOfTheKeys_isRefused(copy, first);
    }
  }

  /** Prints how long it takes until the partner sees it. */
  private void switchOver(Subscriber partner, KeyName second) {
    Instant sent = Instant.now();
    send(version(second));
    await(partner, () -> keysOf(partner).containsKey(second.keyId()));
    System.out.printf(
        "switch-over, from the command to a partner's first record: %d ms, a checkpoint every %d%n",
        Duration.between(sent, Instant.now()).toMillis(), GatewayUnderTest.INTERVAL.toMillis());
  }

  private void olderCopyOfTheKeys_isRefused(Path copy, KeyName gone) throws Exception {
    deleteAll(directory.resolve("keys"));
    var unused = copy(copy, directory.resolve("keys"));
    JobStoppedException stopped = stopped(start());
    assertThat(stopped.getMessage()).contains(gone.toString(), "was destroyed, and is there again");
  }

  /** Nothing may be released under it, and there is no other: the job ends, and loses nothing. */
  @Test
  void activeKeyDisabled_underLoad_theJobStops_andGoesOnWithAnotherKey() throws Exception {
    JobID job = start();
    gateway.awaitRunning(job);
    CompletableFuture<Long> fed = fed(2_000);
    KeyName first = active();
    try (Subscriber partner = subscriber()) {
      await(partner, () -> keysOf(partner).containsKey(first.keyId()));
      send(new Command.KeyDisable(first));
      assertThat(stopped(job).kind()).isEqualTo(JobStoppedException.Kind.KEY_DISABLED);
      assertThat(stopped(start()).getMessage()).contains(first.toString(), "disabled");
      KeyName second = new KeyChanges(keys).rotate("acme", USE);
      send(version(second));
      enough.set(true);
      var unused = start();
      assertOnceAndChangedOnce(partner, fed.get(), List.of(first.keyId(), second.keyId()));
    }
  }

  private JobStoppedException stopped(JobID job) throws Exception {
    Throwable cause =
        gateway.cluster.result(job).get(2, TimeUnit.MINUTES).getSerializedThrowable().orElseThrow();
    while (cause != null && !(cause instanceof JobStoppedException)) {
      cause =
          cause instanceof SerializedThrowable serialized && serialized.getCause() == null
              ? serialized.deserializeError(getClass().getClassLoader())
              : cause.getCause();
    }
    assertThat(cause).isInstanceOf(JobStoppedException.class);
    return (JobStoppedException) cause;
  }

  /** The checkpoints that the destroyed key was used under are replaced by newer ones. */
  private void awaitNoHolder(String fingerprint) throws Exception {
    Instant until = Instant.now().plus(PATIENCE);
    while (!StateHolders.under(checkpoints(), fingerprint).isEmpty()) {
      assertThat(Instant.now()).isBefore(until);
      Thread.sleep(100);
    }
  }

  private Subscriber subscriber() {
    return new Subscriber(gateway.broker.bootstrapServers(), Payments.OUT);
  }

  private CompletableFuture<Long> fed(int perSecond) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Feed feed =
              new Feed(
                  gateway.broker.bootstrapServers(), GatewayUnderTest.SOURCE, Payments::json)) {
            return feed.put(0, perSecond, enough::get);
          }
        });
  }

  private static void await(Subscriber partner, BooleanSupplier condition) {
    Instant until = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(until);
      var unused = partner.read(0, Duration.ZERO, Duration.ofMillis(300));
    }
  }

  /** How many records were released under each key: a token names its key. */
  private static Map<Integer, Long> keysOf(Subscriber partner) {
    Map<Integer, Long> keys = new HashMap<>();
    partner
        .read(0, Duration.ZERO, Duration.ZERO)
        .forEach(record -> keys.merge(key(record), 1L, Long::sum));
    return keys;
  }

  private static int key(ConsumerRecord<byte[], byte[]> record) {
    byte[] token =
        Base64.getUrlDecoder().decode(new String(record.key(), StandardCharsets.US_ASCII));
    return ByteBuffer.wrap(token).getInt(1);
  }

  private static void assertOnceAndChangedOnce(
      Subscriber partner, long records, List<Integer> keysInOrder) {
    int[] times = new int[(int) records];
    Map<String, Map<Integer, long[]>> numbers = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : partner.read((int) records, PATIENCE, QUIET)) {
      long number = Payments.number(record.value());
      times[(int) number]++;
      long[] range =
          numbers
              .computeIfAbsent(Feed.subject(number), subject -> new HashMap<>())
              .computeIfAbsent(key(record), key -> new long[] {number, number});
      range[0] = Math.min(range[0], number);
      range[1] = Math.max(range[1], number);
    }
    assertThat(Arrays.stream(times).filter(n -> n == 0).count()).as("lost").isZero();
    assertThat(Arrays.stream(times).filter(n -> n > 1).count()).as("seen twice").isZero();
    numbers.forEach((subject, byKey) -> assertInOrder(subject, byKey, keysInOrder));
  }

  private static void assertInOrder(
      String subject, Map<Integer, long[]> byKey, List<Integer> keysInOrder) {
    assertThat(byKey.keySet()).as(subject).hasSameElementsAs(keysInOrder);
    long last = -1;
    for (int key : keysInOrder) {
      long[] range = byKey.getOrDefault(key, new long[] {0, 0});
      assertThat(range[0]).as("%s changes once, and never back", subject).isGreaterThan(last);
      last = range[1];
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return to;
  }

  private static void deleteAll(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
