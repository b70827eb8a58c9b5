package dev.weir.promises.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.local.demo.DemoFiles;
import dev.weir.promises.stream.Subscriber;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 2 on processes as a cluster has them: whatever is killed and when, each topic holds what
 * it holds in a run that nothing disturbs, and in the same order per subject.
 */
class SigkillTest {

  private final Path directory;
  private final Random random = new Random(20261126);

  SigkillTest(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) {
    this.directory = directory;
  }

  @Test
  void topicsAreThoseOfAnUndisturbedRun_throughFiveKills() throws Exception {
    topicsAreThoseOfAnUndisturbedRun(5, 200_000, 3_000);
  }

  @Test
  @Tag("soak")
  void topicsAreThoseOfAnUndisturbedRun_throughAHundredKills() throws Exception {
    topicsAreThoseOfAnUndisturbedRun(100, 2_000_000, 2_000);
  }

  private void topicsAreThoseOfAnUndisturbedRun(int kills, long atLeast, int perSecond)
      throws Exception {
    InventedFeed feed = new InventedFeed();
    try (RealProcesses processes = RealProcesses.start(directory)) {
      String kafka = processes.broker.bootstrapServers();
      long records = fedThrough(kills, processes, feed, atLeast, perSecond);
      assertThat(inSource(kafka)).as("records in the source").isEqualTo(records);
      Map<String, Seen> disturbed = Seen.ofAll(kafka, feed.expected());
      processes.cluster.close();
      Map<String, Seen> undisturbed = Undisturbed.run(processes.files.gateway(), kafka, records);
      assertThat(Seen.counts(disturbed)).isEqualTo(feed.expected());
      assertThat(disturbed).isEqualTo(undisturbed);
    }
  }

  /** Else the feed would be at fault. */
  private static long inSource(String kafka) {
    try (Subscriber reader = new Subscriber(kafka, DemoFiles.SOURCE_TOPIC)) {
      return reader.records();
    }
  }

  /** How many records there are. */
  private long fedThrough(
      int kills, RealProcesses processes, InventedFeed feed, long atLeast, int perSecond)
      throws Exception {
    String kafka = processes.broker.bootstrapServers();
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<Long> fed =
        CompletableFuture.supplyAsync(() -> feed.put(kafka, atLeast, perSecond, enough::get));
    JobOwner owner = new JobOwner(processes);
    owner.recover();
    Killer killer = new Killer(processes, owner, random);
    System.out.println(killer.kill(Victim.drawn(kills, random)).table());
    enough.set(true);
    return fed.get();
  }
}
