package dev.weir.promises.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main class that a user submits to a cluster does there what it does in one process. */
class FatJarTest {

  private static final int RECORDS = 20_000;

  @Test
  void fatJar_submittedAgainAfterACancel_hasReleasedEveryRecordOnce(@TempDir Path directory)
      throws Exception {
    try (RealProcesses processes = RealProcesses.start(directory)) {
      String kafka = processes.broker.bootstrapServers();
      JobOwner owner = new JobOwner(processes);
      owner.recover();
      InventedFeed feed = new InventedFeed();
      feed.put(kafka, RECORDS, RECORDS, () -> true);
      assertOnce(feed, kafka);
      owner.cancel();
      owner.recover();
      assertOnce(feed, kafka);
    }
  }

  private static void assertOnce(InventedFeed feed, String kafka) {
    Map<String, Seen> seen = Seen.ofAll(kafka, feed.expected());
    assertThat(Seen.counts(seen)).isEqualTo(feed.expected());
  }
}
