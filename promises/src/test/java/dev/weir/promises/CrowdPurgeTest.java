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
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises 3 and 4: who is purged from a running gateway counts in no crowd any more. */
class CrowdPurgeTest {

  private static final int K = 5;
  private static final int ATTEMPTS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Longer than a row of somebody known takes, and than a row that waits is held. */
  private static final Duration QUIET = Duration.ofSeconds(6);

  private static final String PURGED = "C3";
  private long number;

  @Test
  void crowdThatAPurgedPersonLeaves_stops_untilSomebodyElseComes(@TempDir Path directory)
      throws Exception {
    try (GatewayUnderTest gateway =
        GatewayUnderTest.create(
            directory, Payments.cohortPlan(K), Payments.FORMAT, 1, 3, new Configuration())) {
      gateway.createTopics(List.of(new NewTopic(Payments.OUT, Optional.of(3), Optional.empty())));
      ControlOwner owner = ControlOwner.in(directory.resolve("control"));
      JobID job =
          gateway.start(
              gateway.gateway(2, 1).withControl(owner.channel()), ResumeChoice.automatic());
      gateway.awaitRunning(job);
      try (Subscriber partner = new Subscriber(gateway.broker.bootstrapServers(), Payments.OUT)) {
        crowdLeaves(gateway, partner);
        purge(gateway, owner, directory);
        assertThat(rowsOfAMemberUntilOneIsHeld(gateway, partner)).isLessThan(ATTEMPTS);
        int before = partner.read(0, Duration.ZERO, QUIET).size();
        feed(gateway, "C9", 34);
        feed(gateway, "C1", 31);
        assertThat(partner.read(before + 2, PATIENCE, QUIET)).hasSize(before + 2);
      }
    }
  }

  private void crowdLeaves(GatewayUnderTest gateway, Subscriber partner) {
    for (int person = 1; person <= K; person++) {
      feed(gateway, "C" + person, 30 + person);
    }
    assertThat(partner.read(K, PATIENCE, Duration.ZERO)).hasSize(K);
  }

  /** A purge is in force some checkpoints after it was sent; until then rows leave. */
  private int rowsOfAMemberUntilOneIsHeld(GatewayUnderTest gateway, Subscriber partner) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int before = partner.read(0, Duration.ZERO, Duration.ZERO).size();
      feed(gateway, "C1", 31);
      if (partner.read(before + 1, QUIET, Duration.ZERO).size() == before) {
        return attempt;
      }
    }
    return ATTEMPTS;
  }

  private void feed(GatewayUnderTest gateway, String subject, int age) {
    long payment = number++;
    try (Feed feed =
        new Feed(gateway.broker.bootstrapServers(), one -> record(payment, subject, age))) {
      assertThat(feed.put(1, 1_000, () -> true)).isEqualTo(1);
    }
  }

  private static ProducerRecord<byte[], byte[]> record(long number, String subject, int age) {
    String payment =
        String.format(
            "{\"payment_id\":\"P%07d\",\"customer_id\":\"%s\",\"age\":%d,\"amount\":1.5,"
                + "\"occurred_at\":\"2026-06-01T08:00:00Z\"}",
            number, subject, age);
    return new ProducerRecord<>(
        GatewayUnderTest.SOURCE, subject.getBytes(UTF_8), payment.getBytes(UTF_8));
  }

  private static void purge(GatewayUnderTest gateway, ControlOwner owner, Path directory) {
    ValueNamer namer =
        ControlOwner.keys(directory.resolve("keys")).subjects().namer("card-payments");
    byte[] id = PURGED.getBytes(UTF_8);
    namer.name(id, 0, id.length);
    String name = new ValueName(namer.high(), namer.low()).hex();
    var unused = owner.send(gateway, "", new Command.PurgeSubject("card-payments", name));
  }
}
