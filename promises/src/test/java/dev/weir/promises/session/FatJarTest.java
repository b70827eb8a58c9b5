package dev.weir.promises.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.local.session.SessionJob;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main class that a user submits to a cluster does there what it does in one process. */
class FatJarTest {

  private static final int RECORDS = 20_000;

  @Test
  void fatJar_submittedOverRest_releasesEveryRecordOnce(@TempDir Path directory) throws Exception {
    try (RealProcesses processes = RealProcesses.start(directory)) {
      String kafka = processes.broker.bootstrapServers();
      SessionJob job = processes.submit();
      InventedFeed feed = new InventedFeed();
      feed.put(kafka, RECORDS, RECORDS, () -> true);
      Map<String, Long> seen = new TreeMap<>();
      feed.expected()
          .forEach((topic, records) -> seen.put(topic, Seen.of(kafka, topic, records).records()));
      assertThat(seen).isEqualTo(feed.expected());
      assertThat(job.status()).isEqualTo(JobStatus.RUNNING);
    }
  }
}
