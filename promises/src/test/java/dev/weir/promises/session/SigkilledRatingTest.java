package dev.weir.promises.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.promises.stream.Charges;
import dev.weir.promises.stream.DrawnUsage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Charges are what the usage costs on processes as a cluster has them, whatever is killed and when:
 * each line once, and their sums those that {@link Charges} recomputes from the usage topics.
 */
class SigkilledRatingTest {

  private static final int KILLS = 20;
  private static final long EVENTS = 20_000;
  private static final int PER_SECOND = 100;
  private static final int RECORDS = 1_000;
  private static final List<String> PARTNERS = List.of("north", "south", "west");
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration QUIET = Duration.ofSeconds(10);

  private final Path directory;
  private final Random random = new Random(20261127);

  SigkilledRatingTest(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) {
    this.directory = directory;
  }

  @Test
  @Tag("soak")
  void chargesAreWhatTheUsageCosts_throughTwentyKills() throws Exception {
    try (RealProcesses processes = RealProcesses.start(directory, List.of("--rate"))) {
      Map<String, String> terms = new LinkedHashMap<>();
      PARTNERS.forEach(partner -> terms.put(partner, Charges.PRICE));
      PartnerFiles.write(processes, terms);
      String kafka = processes.broker.bootstrapServers();
      createUsageTopics(kafka);
      DrawnUsage usage = new DrawnUsage("demo", PARTNERS, RECORDS, new Random(7));
      long events =
          new Ordeal(processes, KILLS, random).feed(number -> usage.next(), EVENTS, PER_SECOND);
      judge(new Charges(kafka, QUIET), events);
    }
  }

  private static void createUsageTopics(String kafka) throws Exception {
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka))) {
      List<NewTopic> topics =
          PARTNERS.stream()
              .map(partner -> new NewTopic(DrawnUsage.topic(partner), 2, (short) 1))
              .map(topic -> topic.configs(Map.of("retention.ms", "-1")))
              .toList();
      admin.createTopics(topics).all().get();
    }
  }

  /** Once all that was told is rated; what is charged once too often comes never right. */
  private static void judge(Charges charges, long events) throws IOException {
    SortedMap<String, BigDecimal> expected = charges.expected(PARTNERS);
    Instant until = Instant.now().plus(PATIENCE);
    Charges.Charged charged = charges.charged();
    while (!charged.amounts().equals(expected) && Instant.now().isBefore(until)) {
      charged = charges.charged();
    }
    System.out.printf(
        "%d events of usage, some told twice; %d lines, %s EUR in %d charges%n",
        events,
        charged.lines(),
        charged.amounts().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
        expected.size());
    assertThat(charged.amounts()).isEqualTo(expected);
  }
}
