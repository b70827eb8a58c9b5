package dev.weir.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.jobs.start.ResumeChoice;
import dev.weir.operators.record.ValueName;
import dev.weir.promises.stream.Feed;
import dev.weir.promises.stream.GatewayUnderTest;
import dev.weir.promises.stream.Payments;
import dev.weir.promises.stream.Subscriber;
import dev.weir.tokenization.ValueNamer;
import dev.weir.tokenization.control.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 6: a subject is purged from a running pipeline, and gone stays gone. */
class SubjectPurgeTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final String PRODUCT = "card-payments";
  private static final int ROUND = 2 * Feed.SUBJECTS;
  private static final String PURGED = Feed.subject(7);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @SuppressWarnings("NullAway.Init") // before each
  private GatewayUnderTest gateway;

  @SuppressWarnings("NullAway.Init") // before each
  private ControlOwner owner;

  private long fed;

  @BeforeEach
  void create() throws Exception {
    gateway =
        GatewayUnderTest.create(
            directory, Payments.erasablePlan(), Payments.FORMAT, 1, 3, new Configuration());
    gateway.createTopics(List.of(new NewTopic(Payments.OUT, 3, (short) 1)));
    owner = ControlOwner.in(directory.resolve("control"));
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
  }

  @Test
  void purgedSubject_isForgotten_whileOthersGoOn_andAnOlderSavepointDoesNotKnowIt()
      throws Exception {
    JobID job = start(2, ResumeChoice.automatic());
    feed();
    try (Subscriber partner = new Subscriber(servers(), Payments.OUT)) {
      Set<String> known = tokens(partner.read(ROUND, PATIENCE, QUIET), PURGED);
      assertThat(known).hasSize(1);
      Set<String> neighbour = tokens(partner.read(ROUND, PATIENCE, QUIET), Feed.subject(8));
      String before = gateway.cluster.savepoint(job, directory.resolve("before").toUri());
      purge();
      feed();
      List<ConsumerRecord<byte[], byte[]>> all = partner.read(2 * ROUND, PATIENCE, QUIET);
      assertThat(all).hasSize(2 * ROUND);
      assertThat(tokens(all.subList(ROUND, all.size()), PURGED))
          .hasSize(1)
          .doesNotContainAnyElementsOf(known);
      assertThat(tokens(all, Feed.subject(8))).isEqualTo(neighbour);
      gateway.cluster.cancel(job);
      gateway.cluster.result(job).get();
      start(3, new ResumeChoice(before, false, true, false));
      all = partner.read(3 * ROUND, PATIENCE, QUIET);
      assertThat(all).hasSize(3 * ROUND);
      assertThat(tokens(all.subList(2 * ROUND, all.size()), PURGED))
          .hasSize(1)
          .doesNotContainAnyElementsOf(known);
      assertThat(tokens(all, Feed.subject(8))).isEqualTo(neighbour);
    }
  }

  private JobID start(int parallelism, ResumeChoice choice) throws InterruptedException {
    JobID job = gateway.start(gateway.gateway(parallelism, 1).withControl(owner.channel()), choice);
    gateway.awaitRunning(job);
    return job;
  }

  private String servers() {
    return gateway.broker.bootstrapServers();
  }

  private void feed() {
    long from = fed;
    try (Feed feed =
        new Feed(servers(), GatewayUnderTest.SOURCE, number -> Payments.json(from + number))) {
      fed += feed.put(ROUND, 20_000, () -> true);
    }
  }

  /** Sends it, and waits until the owner's topic forgets the key too. */
  private void purge() {
    ValueNamer namer = ControlOwner.keys(directory.resolve("keys")).subjects().namer(PRODUCT);
    byte[] id = PURGED.getBytes(UTF_8);
    namer.name(id, 0, id.length);
    String name = new ValueName(namer.high(), namer.low()).hex();
    var unused = owner.send(gateway, "", new Command.PurgeSubject(PRODUCT, name));
    try (Subscriber keys = new Subscriber(servers(), Payments.SUBJECT_KEYS)) {
      Awaitility.await()
          .atMost(PATIENCE)
          .until(
              () ->
                  keys.read(0, Duration.ZERO, QUIET).stream()
                      .filter(record -> record.value() == null)
                      .map(record -> new String(record.key(), UTF_8))
                      .collect(Collectors.toSet())
                      .equals(Set.of(name)));
    }
  }

  /** Those of a subject. */
  private static Set<String> tokens(List<ConsumerRecord<byte[], byte[]>> records, String subject) {
    Set<String> tokens = new HashSet<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (Feed.subject(Payments.number(record.value())).equals(subject)) {
        tokens.add(new String(record.key(), UTF_8));
      }
    }
    return tokens;
  }
}
