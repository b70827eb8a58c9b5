package dev.weir.promises.worst;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.problem.Problem;
import dev.weir.jobs.start.EnvironmentRule;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.operators.stage.JobStoppedException;
import dev.weir.promises.worst.WorstGateway.Metered;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Promise 2 on the worst day: a state that is older than what was released. */
@ExtendWith(SharedDay.class)
class OlderStateTest {

  private final WorstDay day;
  private final Path directory;

  OlderStateTest(WorstDay day, @TempDir Path directory) {
    this.day = day;
    this.directory = directory;
  }

  @Test
  void olderSavepoint_isRefused_andDoublesNothing_howeverItIsStarted() throws Exception {
    WorstGateway gateway = new WorstGateway(day, "older", directory);
    String old = releasedSince(gateway);

    List<Problem> problems = gateway.refused(new ResumeChoice(old, false));
    assertThat(problems)
        .extracting(Problem::rule)
        .containsExactly(EnvironmentRule.ALREADY_RELEASED);
    assertThat(problems.get(0).message())
        .contains("acme.older.v1 40", "globex.older.v1 40")
        .contains("older.payments-0 offsets ", "older.payments-1 offsets ");
    assertThat(problems.get(0).mend()).contains("--from", "--accept-duplicates");

    JobStoppedException ended = gateway.ended(gateway.submit(WorstGateway.unchecked(old)));
    assertThat(ended.kind()).isEqualTo(JobStoppedException.Kind.PROGRESS);
    assertThat(ended).hasMessageContaining("acme.older.v1 40");
    assertThat(gateway.numbers(gateway.names.acme(), 100)).isEqualTo(upTo(100));

    JobID job = gateway.start(ResumeChoice.automatic());
    gateway.feed(20);
    assertThat(gateway.numbers(gateway.names.acme(), 120)).isEqualTo(upTo(120));
    gateway.cancel(job);
  }

  @Test
  void acceptedDuplicates_areReleasedAgain_andTold_andChargedOnce_andTheNextStartIsWell()
      throws Exception {
    WorstGateway gateway = new WorstGateway(day, "again", directory);
    String old = releasedSince(gateway);
    JobID job = gateway.start(new ResumeChoice(old, false, true, false));
    assertThat(gateway.numbers(gateway.names.globex(), 140)).isEqualTo(sixtyOnAgain());
    assertThat(gateway.accepted())
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.at("/duplicates/records").get("globex.again.v1").asInt())
                  .isEqualTo(40);
              assertThat(told.at("/gap/records").isEmpty()).isTrue();
              assertThat(told.get("by").asText()).isEqualTo(System.getProperty("user.name"));
            });
    assertThat(gateway.metered("globex")).isEqualTo(new Metered(140, 100));
    gateway.cancel(job);
    JobID next = gateway.start(ResumeChoice.automatic());
    gateway.feed(10);
    assertThat(gateway.numbers(gateway.names.globex(), 150)).hasSize(150);
    assertThat(gateway.metered("globex")).isEqualTo(new Metered(150, 110));
    assertThat(gateway.metered("acme")).isEqualTo(new Metered(150, 110));
    gateway.cancel(next);
  }

  @Test
  void startWithoutState_isRefused_whereSomethingWasReleased_freshOrNot() throws Exception {
    WorstGateway gateway = new WorstGateway(day, "lost", directory);
    releasedSince(gateway);
    Path checkpoints = directory.resolve("checkpoints");
    Files.move(checkpoints, directory.resolve("elsewhere"));
    for (boolean fresh : new boolean[] {false, true}) {
      List<Problem> problems = gateway.refused(new ResumeChoice(null, fresh));
      assertThat(problems)
          .extracting(Problem::rule)
          .containsExactly(EnvironmentRule.ALREADY_RELEASED);
      assertThat(problems.get(0).message()).contains("acme.lost.v1 100");
    }
    gateway.plan(gateway.names.plan("active", "cohorts"));
    assertThat(gateway.refused(new ResumeChoice(null, true, true, true)).get(0).message())
        .contains("cannot be accepted");
    assertThat(gateway.numbers(gateway.names.acme(), 100)).isEqualTo(upTo(100));
  }

  /** A savepoint after 60 records; 100 were released when the job was stopped, in order. */
  private String releasedSince(WorstGateway gateway) throws Exception {
    gateway.feed(60);
    JobID job = gateway.start(ResumeChoice.automatic());
    gateway.numbers(gateway.names.acme(), 60);
    String old = day.cluster.savepoint(job, directory.resolve("mine").toUri());
    gateway.feed(40);
    assertThat(gateway.numbers(gateway.names.acme(), 100)).isEqualTo(upTo(100));
    gateway.stop(job);
    return old;
  }

  /** Of a hundred that left, all after the first sixty did so again. */
  static List<Long> sixtyOnAgain() {
    return LongStream.concat(LongStream.range(60, 100), LongStream.range(0, 100))
        .sorted()
        .boxed()
        .toList();
  }

  static List<Long> upTo(long records) {
    return LongStream.range(0, records).boxed().toList();
  }

  @Test
  void stateOfAnotherSourceTopic_isRefused_forFlinkWouldReadBoth() throws Exception {
    WorstGateway gateway = new WorstGateway(day, "moved", directory);
    JobID job = gateway.start(ResumeChoice.automatic());
    gateway.feed(10);
    gateway.numbers(gateway.names.acme(), 10);
    String savepoint = gateway.stop(job);
    gateway.reads("moved.otherwise");
    assertThat(gateway.refused(ResumeChoice.automatic()))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo(EnvironmentRule.RESUME);
              assertThat(problem.message()).contains("moved.payments", "moved.otherwise");
            });
    JobID both = gateway.submit(WorstGateway.unchecked(savepoint));
    gateway.feed(10); // of the former topic
    assertThat(gateway.numbers(gateway.names.acme(), 20)).isEqualTo(upTo(20));
    gateway.cancel(both);
  }

  @Test
  void movedSource_isBegunWithoutState_asTheMendSays_andNothingCountsAsDoubled() throws Exception {
    WorstGateway gateway = new WorstGateway(day, "elsewhere", directory);
    JobID job = gateway.start(ResumeChoice.automatic());
    gateway.feed(10);
    gateway.numbers(gateway.names.acme(), 10);
    gateway.stop(job);
    gateway.reads("elsewhere.too");
    assertThat(gateway.refused(ResumeChoice.automatic()).get(0).mend()).contains("--fresh");
    gateway.plan(gateway.names.plan("active", "cohorts"));
    gateway.cancel(gateway.start(new ResumeChoice(null, true)));
    assertThat(gateway.accepted()).isEmpty();
    gateway.readsAgain(gateway.names.source());
    assertThat(gateway.refused(new ResumeChoice(null, true)))
        .extracting(Problem::rule)
        .containsExactly(EnvironmentRule.ALREADY_RELEASED);
  }
}
