package dev.weir.promises.worst;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.config.problem.Problem;
import dev.weir.jobs.start.EnvironmentRule;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.operators.stage.JobStoppedException;
import dev.weir.plan.QuotaPlan.Hold;
import dev.weir.plan.QuotaPlan.Limits;
import dev.weir.promises.stream.Faults;
import dev.weir.promises.stream.Payments;
import dev.weir.promises.worst.WorstGateway.Metered;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 2 where what leaves does so in two transactions: acme's records straight, globex' by way
 * of its quota. Each is released once, whatever happens to either, and to whichever a release
 * belonged before.
 */
@ExtendWith(SharedDay.class)
class TwoEndingsTest {

  /** More than ever comes. */
  private static final long PLENTY = 1_000_000;

  private final WorstDay day;
  private final Path directory;

  TwoEndingsTest(WorstDay day, @TempDir Path directory) {
    this.day = day;
    this.directory = directory;
  }

  private static Limits perSecond(long records) {
    return new Limits(records, null, null, null, null, null, "hold", new Hold(PLENTY, "PT10M"));
  }

  private WorstGateway gateway(String name, long perSecond) throws Exception {
    WorstGateway gateway = new WorstGateway(day, name, directory);
    gateway.plan(gateway.names.restrained(perSecond(perSecond)));
    return gateway;
  }

  /** The quota is added between two starts, and taken as it is by the second. */
  @Test
  void releaseThatGetsAQuota_leavesByTheOtherEnding_onceAndInOrder_throughAFailure()
      throws Exception {
    WorstGateway gateway = new WorstGateway(day, "gets", directory);
    gateway.feed(60);
    JobID open = gateway.start(ResumeChoice.automatic());
    gateway.numbers(gateway.names.globex(), 60);
    gateway.feed(20);
    gateway.stop(open);
    gateway.plan(gateway.names.restrained(perSecond(PLENTY)));
    JobID held = gateway.start(ResumeChoice.automatic());
    gateway.feed(40);
    assertOnce(gateway, 120);
    fail(gateway, held);
    assertOnce(gateway, 160);
    gateway.cancel(held);
    gateway.feed(20);
    JobID next = gateway.start(ResumeChoice.automatic());
    assertOnce(gateway, 180);
    assertThat(writers(gateway)).contains("gets", "gets/aside");
    assertThat(gateway.metered("acme")).isEqualTo(new Metered(180, 180));
    assertThat(gateway.metered("globex")).isEqualTo(new Metered(180, 180));
    gateway.cancel(next);
  }

  /** As a gateway is upgraded that holds a partner to a quota: what waits is in the savepoint. */
  @Test
  void savepointOfAGraphWithOneEnding_goesOnWithTwo_andWhatWaitsLeavesOnce() throws Exception {
    WorstGateway gateway = gateway("former", 20);
    gateway.facts(ResumeChoice.automatic()); // makes the topics
    gateway.feed(200);
    JobID former = gateway.submitWithOneEnding();
    gateway.awaitRunning(former);
    assertThat(gateway.numbers(gateway.names.acme(), 200)).isEqualTo(OlderStateTest.upTo(200));
    gateway.stop(former);
    assertThat(gateway.records(gateway.names.globex(), 0)).hasSizeLessThan(200);
    assertThat(writers(gateway)).containsOnly("former");
    JobID two = gateway.start(ResumeChoice.automatic());
    fail(gateway, two);
    assertOnce(gateway, 240);
    assertThat(writers(gateway)).contains("former", "former/aside");
    assertThat(gateway.metered("acme")).isEqualTo(new Metered(240, 240));
    assertThat(gateway.metered("globex")).isEqualTo(new Metered(240, 240));
    gateway.cancel(two);
  }

  @Test
  void olderSavepoint_isRefusedForEachEnding_andAcceptedDuplicatesAreToldByEach() throws Exception {
    WorstGateway gateway = gateway("both", PLENTY);
    gateway.feed(60);
    JobID first = gateway.start(ResumeChoice.automatic());
    assertOnce(gateway, 60);
    String old = day.cluster.savepoint(first, directory.resolve("mine").toUri());
    gateway.feed(40);
    assertOnce(gateway, 100);
    gateway.stop(first);

    List<Problem> problems = gateway.refused(new ResumeChoice(old, false));
    assertThat(problems)
        .extracting(Problem::rule)
        .containsOnly(EnvironmentRule.ALREADY_RELEASED)
        .hasSize(2);
    assertThat(problems)
        .extracting(Problem::message)
        .anySatisfy(text -> assertThat(text).contains("acme.both.v1 40").doesNotContain("globex"))
        .anySatisfy(
            text ->
                assertThat(text)
                    .startsWith("of what has passed a quota")
                    .contains("globex.both.v1 40")
                    .doesNotContain("acme"));
    JobStoppedException ended = gateway.ended(gateway.submit(WorstGateway.unchecked(old)));
    assertThat(ended.kind()).isEqualTo(JobStoppedException.Kind.PROGRESS);

    JobID again = gateway.start(new ResumeChoice(old, false, true, false));
    assertThat(gateway.numbers(gateway.names.acme(), 140)).isEqualTo(OlderStateTest.sixtyOnAgain());
    assertThat(gateway.numbers(gateway.names.globex(), 140))
        .isEqualTo(OlderStateTest.sixtyOnAgain());
    assertThat(gateway.accepted())
        .hasSize(2)
        .anySatisfy(told -> assertAccepted(told, "both", "acme", "globex"))
        .anySatisfy(told -> assertAccepted(told, "both/aside", "globex", "acme"));
    assertThat(gateway.metered("acme")).as("charged once").isEqualTo(new Metered(140, 100));
    assertThat(gateway.metered("globex")).as("a quota's").isEqualTo(new Metered(140, 140));
    gateway.cancel(again);
    gateway.feed(10);
    JobID next = gateway.start(ResumeChoice.automatic());
    assertThat(gateway.numbers(gateway.names.globex(), 150)).hasSize(150);
    assertThat(gateway.metered("acme")).isEqualTo(new Metered(150, 110));
    gateway.cancel(next);
  }

  private static void assertAccepted(JsonNode told, String writer, String its, String others) {
    JsonNode records = told.at("/duplicates/records");
    assertThat(told.get("gateway").asText()).isEqualTo(writer);
    assertThat(records.path(its + ".both.v1").asInt()).isEqualTo(40);
    assertThat(records.has(others + ".both.v1")).isFalse();
  }

  /**
   * The broker ends one of the two transactions of a savepoint, and not the other. As long as that
   * is open nobody can tell; the job can, when it begins.
   */
  @Test
  void transactionOfTheSecondEndingThatIsLost_isRefused_thoughTheFirstHasAll() throws Exception {
    WorstGateway gateway = gateway("half", PLENTY);
    gateway.feed(60);
    JobID first = gateway.start(ResumeChoice.automatic());
    assertOnce(gateway, 60);
    String pending = pending(gateway, gateway.stop(first));
    day.admin.fenceProducers(open("weir-aside/half/")).all().get();

    JobStoppedException ended = gateway.ended(gateway.submit(WorstGateway.unchecked(pending)));
    assertThat(ended.kind()).isEqualTo(JobStoppedException.Kind.PROGRESS);
    assertThat(ended)
        .hasMessageContaining("Never released would be")
        .hasMessageContaining("globex.half.v1 40");
    assertThat(ended.getMessage()).doesNotContain("acme");
    assertThat(gateway.refused(new ResumeChoice(pending, false)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo(EnvironmentRule.NEVER_RELEASED);
              assertThat(problem.message())
                  .startsWith("of what has passed a quota")
                  .contains("globex.half.v1 40")
                  .doesNotContain("acme");
            });
    JobID gap = gateway.start(new ResumeChoice(pending, false, false, true));
    gateway.feed(10);
    assertThat(gateway.numbers(gateway.names.acme(), 110)).isEqualTo(OlderStateTest.upTo(110));
    assertThat(gateway.numbers(gateway.names.globex(), 70))
        .isEqualTo(
            LongStream.concat(LongStream.range(0, 60), LongStream.range(100, 110))
                .boxed()
                .toList());
    assertThat(gateway.metered("acme")).isEqualTo(new Metered(110, 110));
    assertThat(gateway.metered("globex")).isEqualTo(new Metered(70, 70));
    gateway.cancel(gap);
  }

  /** A savepoint of 40 more records of each release, all of them in transactions that are open. */
  private String pending(WorstGateway gateway, String from) throws Exception {
    gateway.interval(Duration.ofHours(1));
    JobID down = gateway.submit(WorstGateway.unchecked(from));
    gateway.awaitRunning(down);
    gateway.feed(40);
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> released(down) == 80);
    String pending = day.cluster.savepoint(down, directory.resolve("pending").toUri());
    gateway.cancel(down);
    gateway.interval(WorstGateway.INTERVAL);
    return pending;
  }

  /** Of both releases together. */
  private long released(JobID job) {
    Map<String, Object> counts = day.cluster.accumulators(job);
    return List.of("weir/acme-payments/payments/released", "weir/globex-payments/payments/released")
        .stream()
        .mapToLong(name -> counts.get(name) instanceof Long number ? number : 0)
        .sum();
  }

  private List<String> open(String prefix) throws Exception {
    return day.admin.listTransactions().all().get().stream()
        .filter(listed -> listed.state() == TransactionState.ONGOING)
        .map(TransactionListing::transactionalId)
        .filter(id -> id.startsWith(prefix))
        .toList();
  }

  /** Fails once, in the midst of 40 more records, and runs again. */
  private void fail(WorstGateway gateway, JobID job) {
    int before = Faults.opened();
    Faults.afterRecords(25);
    gateway.feed(40);
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> Faults.opened() > before);
    gateway.awaitRunning(job);
  }

  private static void assertOnce(WorstGateway gateway, int records) {
    for (String topic : List.of(gateway.names.acme(), gateway.names.globex())) {
      assertThat(gateway.numbers(topic, records)).isEqualTo(OlderStateTest.upTo(records));
      Map<String, Long> last = new HashMap<>();
      for (ConsumerRecord<byte[], byte[]> record : gateway.records(topic, records)) {
        long number = Payments.number(record.value());
        Long earlier = last.put(new String(record.key(), US_ASCII), number);
        assertThat(earlier == null || earlier < number).as("%d in order", number).isTrue();
      }
    }
  }

  private static List<String> writers(WorstGateway gateway) throws Exception {
    return gateway.progress().stream()
        .map(record -> record.get("gateway").asText())
        .distinct()
        .toList();
  }
}
