package dev.weir.promises.worst;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.problem.Problem;
import dev.weir.jobs.start.EnvironmentRule;
import dev.weir.jobs.start.Finding;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.jobs.start.StartFacts;
import dev.weir.operators.stage.JobStoppedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Promise 2 on the worst day: two jobs of one gateway. */
@ExtendWith(SharedDay.class)
class TwoJobsTest {

  /** So that a checkpoint may well be late: a start waits for one and a half of it and a second. */
  private static final Duration SELDOM = Duration.ofSeconds(3);

  private final WorstDay day;
  private final Path directory;

  TwoJobsTest(WorstDay day, @TempDir Path directory) {
    this.day = day;
    this.directory = directory;
  }

  @Test
  void secondJob_isRefusedWhileTheFirstRuns_idleOrNot() throws Exception {
    WorstGateway gateway = new WorstGateway(day, "twice", directory);
    gateway.interval(SELDOM);
    JobID first = gateway.start(ResumeChoice.automatic());
    gateway.feed(50);
    gateway.numbers(gateway.names.acme(), 50);
    List<Problem> problems = gateway.refused(ResumeChoice.automatic());
    assertThat(problems).extracting(Problem::rule).containsExactly(EnvironmentRule.SECOND_JOB);
    assertThat(problems.get(0).message())
        .contains(
            first.toHexString(), gateway.names.acme() + " 50", "twice.payments-0 offsets 0 to ");
    assertThat(gateway.look())
        .noneMatch(finding -> finding.state() == Finding.State.BAD)
        .filteredOn(finding -> finding.subject().equals("state"))
        .singleElement()
        .satisfies(state -> assertThat(state.message()).startsWith("a job of this gateway runs: "));
    assertThat(day.cluster.status(first)).isEqualTo(JobStatus.RUNNING);
    gateway.cancel(first);
    StartFacts next = gateway.facts(ResumeChoice.automatic());
    assertThat(next.goOn()).as("its source, which is read on").containsExactly("card-payments");
    JobID second = gateway.submit(next);
    gateway.awaitRunning(second);
    gateway.cancel(second);
  }

  @Test
  void secondJobThatWasCheckedTooEarly_endsForGood_andTheFirstGoesOn() throws Exception {
    WorstGateway gateway = new WorstGateway(day, "race", directory);
    gateway.feed(50);
    StartFacts early = gateway.facts(ResumeChoice.automatic());
    assertThat(early.goOn()).isEmpty();
    JobID first = gateway.start(ResumeChoice.automatic());
    gateway.numbers(gateway.names.acme(), 50);
    JobStoppedException ended = gateway.ended(gateway.submit(early));
    assertThat(ended.kind()).isEqualTo(JobStoppedException.Kind.PROGRESS);
    assertThat(ended).hasMessageContaining("acme.race.v1 50").hasMessageContaining("another job");
    gateway.feed(50);
    assertThat(gateway.numbers(gateway.names.acme(), 100)).isEqualTo(OlderStateTest.upTo(100));
    assertThat(gateway.numbers(gateway.names.globex(), 100)).isEqualTo(OlderStateTest.upTo(100));
    gateway.cancel(first);
  }
}
