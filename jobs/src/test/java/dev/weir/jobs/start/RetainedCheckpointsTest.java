package dev.weir.jobs.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.jobs.graph.CheckpointSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetainedCheckpointsTest {

  private final Path storage;
  private final CheckpointSettings settings;

  RetainedCheckpointsTest(@TempDir Path storage) {
    this.storage = storage;
    this.settings = CheckpointSettings.of(storage.toUri().toString(), "eu", Duration.ofSeconds(10));
  }

  @Test
  void noneBeforeTheFirstRun() throws IOException {
    assertThat(RetainedCheckpoints.newest(settings)).isEmpty();
  }

  @Test
  void newestCompleteOne_overAllRunsOfTheGateway() throws IOException {
    complete("eu/job-a/chk-900", 1_000_000);
    complete("eu/job-b/chk-3", 3_000_000);
    complete("eu/job-b/chk-2", 2_000_000);
    assertThat(RetainedCheckpoints.newest(settings))
        .hasValueSatisfying(from -> assertThat(from.path()).endsWith("/eu/job-b/chk-3"));
  }

  @Test
  void savepoint_isStateToo_butNotTheJobsToClearAway() throws IOException {
    complete("eu/job-a/chk-9", 1_000_000);
    complete("eu/savepoints/savepoint-abc-1", 2_000_000);
    Resume.From newest = RetainedCheckpoints.newest(settings).orElseThrow();
    assertThat(newest.path()).endsWith("/savepoint-abc-1");
    assertThat(newest.clears()).isFalse();
    complete("eu/job-b/chk-10", 3_000_000);
    assertThat(RetainedCheckpoints.newest(settings).orElseThrow().clears()).isTrue();
  }

  @Test
  void ofOneMillisecond_theHigherNumber() throws IOException {
    complete("eu/job-a/chk-9", 1_000_000);
    complete("eu/job-a/chk-10", 1_000_000);
    assertThat(RetainedCheckpoints.newest(settings))
        .hasValueSatisfying(from -> assertThat(from.path()).endsWith("/chk-10"));
  }

  @Test
  void incompleteOnes_sharedFiles_andOtherGateways_arePassedOver() throws IOException {
    complete("eu/job-a/chk-1", 1_000_000);
    Files.createDirectories(storage.resolve("eu/job-a/chk-2"));
    complete("eu/job-a/shared", 3_000_000);
    complete("eu/job-a/chk-x", 3_000_000);
    complete("eu-2/job-c/chk-7", 9_000_000);
    assertThat(RetainedCheckpoints.newest(settings))
        .hasValueSatisfying(from -> assertThat(from.path()).endsWith("/eu/job-a/chk-1"));
  }

  private void complete(String checkpoint, long written) throws IOException {
    Path directory = Files.createDirectories(storage.resolve(checkpoint));
    Path metadata = Files.createFile(directory.resolve("_metadata"));
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(written));
  }
}
