package dev.weir.promises.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.local.broker.BrokerProcess;
import dev.weir.local.demo.DemoFiles;
import dev.weir.promises.gateway.StartProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code weir start --local-cluster}: the same processes, started by the command. */
class LocalClusterTest {

  private static final int TERMINATED = 143;

  private record Started(StartProcess command, String kafka, InventedFeed feed) {
    void feedAndSee() {
      feed.put(kafka, 200, 200, () -> true);
      assertThat(Seen.counts(Seen.ofAll(kafka, feed.expected()))).isEqualTo(feed.expected());
    }

    /** The first process of the command that runs such a main class. */
    ProcessHandle running(String main) {
      return command.children().stream()
          .filter(child -> child.info().commandLine().orElse("").contains(main))
          .findFirst()
          .orElseThrow();
    }
  }

  private interface Work {
    void with(Started started) throws Exception;
  }

  /** With a job that has released what was fed. */
  private static void started(Path directory, Work work) throws Exception {
    String jar = ClusterJar.built().toString();
    Skipped.unlessFlinkIsHere();
    try (BrokerProcess broker = BrokerProcess.in(directory.resolve("broker"))) {
      String kafka = broker.bootstrapServers();
      RealProcesses.createSource(kafka);
      Path gateway = DemoFiles.write(directory, kafka).gateway();
      try (StartProcess start =
          StartProcess.of(gateway, "--create-topics", "--local-cluster", jar)) {
        start.await("Flink's page:");
        Started started = new Started(start, kafka, new InventedFeed());
        started.feedAndSee();
        work.with(started);
      }
    }
  }

  @Test
  void taskManagerThatIsKilled_isReplacedAndToldOf_andTheJobGoesOn(@TempDir Path directory)
      throws Exception {
    started(
        directory,
        started -> {
          StartProcess start = started.command();
          ProcessHandle killed = started.running("TaskManagerRunner");
          killed.destroyForcibly();
          start.await("A task manager has ended, and was started again");
          started.feedAndSee();
          assertEndsWithItsProcesses(start);
        });
  }

  @Test
  void jobManagerThatIsKilled_endsTheCommand_whichSaysHowToGoOn(@TempDir Path directory)
      throws Exception {
    started(
        directory,
        started -> {
          StartProcess start = started.command();
          List<ProcessHandle> children = start.children();
          started.running("StandaloneSessionClusterEntrypoint").destroyForcibly();
          assertThat(start.exit()).as(start.said()).isEqualTo(3);
          assertThat(start.said())
              .contains("The job manager has ended, and the job with it; see ")
              .contains("a start goes on from the last checkpoint");
          assertThat(children).noneMatch(ProcessHandle::isAlive);
        });
  }

  @Test
  void sigterm_stopsWithASavepoint_andLeavesNoProcessBehind(@TempDir Path directory)
      throws Exception {
    started(directory, started -> assertEndsWithItsProcesses(started.command()));
  }

  /** As a terminal's Ctrl-C does, which reaches them all: the job is the command's to end. */
  private static void interrupt(List<ProcessHandle> children) throws Exception {
    List<String> kill = new ArrayList<>(List.of("kill", "-INT"));
    children.forEach(child -> kill.add(Long.toString(child.pid())));
    assertThat(new ProcessBuilder(kill).start().waitFor()).isZero();
    Thread.sleep(2_000);
  }

  private static void assertEndsWithItsProcesses(StartProcess start) throws Exception {
    List<ProcessHandle> children = start.children();
    try {
      assertThat(children).as("job manager, task managers").hasSize(3);
      interrupt(children);
      start.terminate();
      assertThat(start.exit()).as(start.said()).isEqualTo(TERMINATED);
      assertThat(children).noneMatch(ProcessHandle::isAlive);
      assertThat(start.said()).contains("A start goes on from the savepoint file:");
    } finally {
      children.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
