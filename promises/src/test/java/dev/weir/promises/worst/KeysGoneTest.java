package dev.weir.promises.worst;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.problem.Problem;
import dev.weir.jobs.start.EnvironmentRule;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.operators.stage.JobStoppedException;
import dev.weir.promises.stream.Faults;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Promise 8 on the worst day: the key directory is gone while the job runs. */
@ExtendWith(SharedDay.class)
class KeysGoneTest {

  @Test
  void runningJobGoesOn_oneThatMustOpenThemEndsForGood_andNothingIsLostOnceTheyAreBack(
      WorstDay day, @TempDir Path directory) throws Exception {
    WorstGateway gateway = new WorstGateway(day, "keys", directory);
    JobID job = gateway.start(ResumeChoice.automatic());
    gateway.feed(30);
    gateway.numbers(gateway.names.acme(), 30);
    Path away = Files.move(gateway.keyDirectory, directory.resolve("away"));
    gateway.feed(30);
    assertThat(gateway.numbers(gateway.names.acme(), 60)).isEqualTo(OlderStateTest.upTo(60));

    Faults.afterRecords(10);
    gateway.feed(30);
    JobStoppedException ended = gateway.ended(job);
    assertThat(ended.kind()).isEqualTo(JobStoppedException.Kind.KEY_MISSING);
    assertThat(gateway.refused(ResumeChoice.automatic()))
        .extracting(Problem::rule)
        .containsExactly(EnvironmentRule.KEY);

    Files.move(away, gateway.keyDirectory);
    JobID next = gateway.start(ResumeChoice.automatic());
    assertThat(gateway.numbers(gateway.names.acme(), 90)).isEqualTo(OlderStateTest.upTo(90));
    gateway.cancel(next);
  }
}
