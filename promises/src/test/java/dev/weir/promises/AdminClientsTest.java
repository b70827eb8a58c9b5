package dev.weir.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.jobs.start.ResumeChoice;
import dev.weir.promises.stream.GatewayUnderTest;
import dev.weir.promises.stream.Payments;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that restarts often leaves nothing behind in the task manager that it restarts in. */
class AdminClientsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void restart_leavesNoAdminClientBehind(@TempDir Path directory) throws Exception {
    Set<Thread> before = adminClients();
    try (GatewayUnderTest gateway = GatewayUnderTest.create(directory, Payments.FORMAT, 1, 2)) {
      JobID job = gateway.start(2, ResumeChoice.automatic());
      gateway.awaitRunning(job);
      gateway.cluster.startTaskManager();
      gateway.cluster.stopTaskManager(0);
      gateway.awaitRunning(job);
      assertThat(left(before)).as("what the enumerator asks, and no writer").hasSizeLessThan(2);
    }
    Instant until = Instant.now().plus(PATIENCE);
    while (!left(before).isEmpty() && Instant.now().isBefore(until)) {
      Thread.sleep(50);
    }
    assertThat(left(before)).isEmpty();
  }

  private static Set<Thread> left(Set<Thread> before) {
    Set<Thread> left = adminClients();
    left.removeAll(before);
    return left;
  }

  private static Set<Thread> adminClients() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("kafka-admin-client-thread"))
        .collect(Collectors.toSet());
  }
}
