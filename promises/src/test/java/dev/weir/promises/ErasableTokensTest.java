package dev.weir.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.jobs.start.ResumeChoice;
import dev.weir.promises.stream.Feed;
import dev.weir.promises.stream.GatewayUnderTest;
import dev.weir.promises.stream.Payments;
import dev.weir.promises.stream.Subscriber;
import dev.weir.tokenization.SubjectKeyLine;
import dev.weir.tokenization.WrappedSubjectKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises 2 and 6 for erasable tokens: one key for each subject, kept where it belongs. */
class ErasableTokensTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final int RECORDS = 10_000;

  @Test
  void oneTokenAndOneWrappedKeyForEachSubject_everyRecordOnce_throughScaling(
      @TempDir Path directory) throws Exception {
    try (GatewayUnderTest gateway =
        GatewayUnderTest.create(
            directory, Payments.erasablePlan(), Payments.FORMAT, 1, 3, new Configuration())) {
      gateway.createTopics(List.of(new NewTopic(Payments.OUT, 3, (short) 1)));
      feed(gateway);
      JobID job = gateway.start(2, ResumeChoice.automatic());
      gateway.awaitRunning(job);
      Thread.sleep(1_500);
      gateway.cluster.cancel(job);
      gateway.cluster.result(job).get();
      feed(gateway);
      gateway.start(3, ResumeChoice.automatic());
      assertOneTokenEach(gateway);
      assertOneKeyEach(gateway);
    }
  }

  private static void feed(GatewayUnderTest gateway) {
    String servers = gateway.broker.bootstrapServers();
    try (Feed feed = new Feed(servers, GatewayUnderTest.SOURCE, Payments::json)) {
      feed.put(RECORDS, 20_000, () -> true);
    }
  }

  /** Every number comes twice, for it was fed twice. */
  private static void assertOneTokenEach(GatewayUnderTest gateway) {
    Map<String, String> tokens = new HashMap<>();
    int[] times = new int[RECORDS];
    try (Subscriber partner = new Subscriber(gateway.broker.bootstrapServers(), Payments.OUT)) {
      for (ConsumerRecord<byte[], byte[]> record : partner.read(2 * RECORDS, PATIENCE, QUIET)) {
        int number = (int) Payments.number(record.value());
        String token = new String(record.key(), StandardCharsets.UTF_8);
        assertThat(tokens.putIfAbsent(Feed.subject(number), token)).isIn(null, token);
        times[number]++;
      }
    }
    assertThat(times).containsOnly(2);
    assertThat(tokens).hasSize(Feed.SUBJECTS);
    assertThat(new HashSet<>(tokens.values())).hasSize(Feed.SUBJECTS);
  }

  private static void assertOneKeyEach(GatewayUnderTest gateway) {
    Set<String> names = new HashSet<>();
    Set<String> locators = new HashSet<>();
    String servers = gateway.broker.bootstrapServers();
    try (Subscriber owner = new Subscriber(servers, Payments.SUBJECT_KEYS)) {
      for (ConsumerRecord<byte[], byte[]> record :
          owner.read(Feed.SUBJECTS, PATIENCE, Duration.ofSeconds(1))) {
        String line = new String(record.value(), StandardCharsets.UTF_8);
        WrappedSubjectKey key = SubjectKeyLine.read(line).orElseThrow();
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(key.subject());
        assertThat(names.add(key.subject())).as("drawn once").isTrue();
        locators.add(key.locator());
      }
    }
    assertThat(names).hasSize(Feed.SUBJECTS);
    assertThat(locators).hasSize(Feed.SUBJECTS);
  }
}
