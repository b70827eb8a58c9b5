package dev.weir.promises.worst;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.problem.Problem;
import dev.weir.jobs.start.EnvironmentRule;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.operators.stage.JobStoppedException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.admin.TransactionState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 2 on the worst day: a job that was down for longer than its transactions live. The
 * connector drops what it can no longer commit, and goes on.
 */
@ExtendWith(SharedDay.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimedOutTransactionTest {

  /** Long enough for a savepoint on a machine that has much to do. */
  private static final String TRANSACTION_TIMEOUT_MS = "15000";

  private final WorstDay day;
  private final Path directory;
  private final Fallen down;
  private final Fallen gap;

  /**
   * A gateway whose job went down.
   *
   * @param before the savepoint of its first job, which released 60 records
   * @param pending that of its second: 40 more are in it, which it did not commit
   */
  private record Fallen(WorstGateway gateway, String before, String pending) {}

  TimedOutTransactionTest(WorstDay day, @TempDir Path directory) throws Exception {
    this.day = day;
    this.directory = directory;
    down = fallen("down");
    gap = fallen("gap");
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> noneOpen(down) && noneOpen(gap));
  }

  @Test
  void stateWhoseTransactionTheBrokerHasEnded_isRefused_andNothingIsLostUnseen() throws Exception {
    WorstGateway gateway = down.gateway();
    List<Problem> problems = gateway.refused(new ResumeChoice(down.pending(), false));
    assertThat(problems).extracting(Problem::rule).containsExactly(EnvironmentRule.NEVER_RELEASED);
    assertThat(problems.get(0).message())
        .contains("transaction.timeout.ms", "acme.down.v1 40", "globex.down.v1 40")
        .contains("down.payments-0 offsets ");
    assertThat(problems.get(0).mend()).contains("--from", "--accept-gap");
    JobID unchecked = gateway.submit(WorstGateway.unchecked(down.pending()));
    JobStoppedException ended = gateway.ended(unchecked);
    assertThat(ended.kind()).isEqualTo(JobStoppedException.Kind.PROGRESS);
    assertThat(ended).hasMessageContaining("acme.down.v1 40");

    gateway.start(new ResumeChoice(down.before(), false));
    assertThat(gateway.numbers(gateway.names.acme(), 100)).isEqualTo(OlderStateTest.upTo(100));
  }

  @Test
  void acceptedGap_isLeftOut_andNotCharged_andTheRestGoesOn() throws Exception {
    WorstGateway gateway = gap.gateway();
    JobID job = gateway.start(new ResumeChoice(gap.pending(), false, false, true));
    gateway.feed(10);
    List<Long> without =
        LongStream.concat(LongStream.range(0, 60), LongStream.range(100, 110)).boxed().toList();
    assertThat(gateway.numbers(gateway.names.acme(), 70)).isEqualTo(without);
    assertThat(gateway.metered("acme")).isEqualTo(new WorstGateway.Metered(70, 70));
    assertThat(gateway.accepted())
        .singleElement()
        .satisfies(
            told -> assertThat(told.at("/gap/records").get("acme.gap.v1").asInt()).isEqualTo(40));
    gateway.cancel(job);
    gateway.start(ResumeChoice.automatic());
  }

  /**
   * 60 records are released, and the job is stopped. 40 more are read by another, and are in a
   * savepoint, which commits nothing; then that job goes down.
   */
  private Fallen fallen(String name) throws Exception {
    WorstGateway gateway = new WorstGateway(day, name, directory.resolve(name));
    gateway.feed(60);
    JobID first = gateway.start(ResumeChoice.automatic());
    gateway.numbers(gateway.names.acme(), 60);
    String before = gateway.stop(first);
    gateway.interval(Duration.ofHours(1));
    gateway.properties(Map.of("transaction.timeout.ms", TRANSACTION_TIMEOUT_MS));
    JobID job = gateway.submit(WorstGateway.unchecked(before));
    gateway.awaitRunning(job);
    gateway.feed(40);
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> released(job) == 40);
    URI mine = directory.resolve(name).resolve("mine").toUri();
    String pending = day.cluster.savepoint(job, mine);
    gateway.cancel(job);
    gateway.interval(WorstGateway.INTERVAL);
    gateway.properties(Map.of());
    return new Fallen(gateway, before, pending);
  }

  private long released(JobID job) {
    Object count = day.cluster.accumulators(job).get("weir/acme-payments/payments/released");
    return count instanceof Long number ? number : 0;
  }

  private boolean noneOpen(Fallen fallen) throws Exception {
    String prefix = "weir/" + fallen.gateway().names.gateway() + "/";
    return day.admin.listTransactions().all().get().stream()
        .filter(listed -> listed.transactionalId().startsWith(prefix))
        .noneMatch(listed -> listed.state() == TransactionState.ONGOING);
  }
}
