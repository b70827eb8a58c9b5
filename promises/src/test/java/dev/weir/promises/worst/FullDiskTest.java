package dev.weir.promises.worst;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.problem.Problem;
import dev.weir.jobs.start.EnvironmentRule;
import dev.weir.jobs.start.ResumeChoice;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.JobID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Promise 2 on the worst day: the disk that checkpoints are written to is full. */
@ExtendWith(SharedDay.class)
class FullDiskTest {

  @AfterEach
  void room() {
    ScarceFileSystem.full(false);
  }

  @Test
  void fullDisk_holdsTheFlowAndSaysSo_andAllIsReleasedOnceThereIsRoom(
      WorstDay day, @TempDir Path directory) throws Exception {
    WorstGateway gateway = new WorstGateway(day, "full", directory);
    gateway.storage("scarce://" + directory.resolve("checkpoints"));
    JobID job = gateway.start(ResumeChoice.automatic());
    gateway.feed(50);
    gateway.numbers(gateway.names.acme(), 50);

    ScarceFileSystem.full(true);
    gateway.feed(50);
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> day.page("/jobs/" + job + "/checkpoints").at("/counts/failed").asInt() > 3);
    assertThat(gateway.numbers(gateway.names.acme(), 50)).isEqualTo(OlderStateTest.upTo(50));
    assertThat(day.cluster.status(job).isTerminalState()).isFalse();
    assertThat(gateway.refused(ResumeChoice.automatic()))
        .extracting(Problem::rule)
        .contains(EnvironmentRule.CHECKPOINT_STORAGE);

    ScarceFileSystem.full(false);
    assertThat(gateway.numbers(gateway.names.acme(), 100)).isEqualTo(OlderStateTest.upTo(100));
    assertThat(gateway.numbers(gateway.names.globex(), 100)).isEqualTo(OlderStateTest.upTo(100));
    gateway.cancel(job);
  }
}
