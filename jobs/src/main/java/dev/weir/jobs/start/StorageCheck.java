package dev.weir.jobs.start;

import dev.weir.config.problem.FailureWords;
import dev.weir.jobs.graph.CheckpointSettings;
import java.io.IOException;
import java.util.UUID;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Whether checkpoints can be written: a small file is made there, and deleted. */
final class StorageCheck {

  private StorageCheck() {}

  static void check(CheckpointSettings checkpoints, Findings findings) {
    try {
      Path directory = new Path(checkpoints.directory());
      FileSystem storage = directory.getFileSystem();
      Path probe = new Path(directory, ".weir-" + UUID.randomUUID());
      try (FSDataOutputStream out = storage.create(probe, FileSystem.WriteMode.NO_OVERWRITE)) {
        out.write(1);
      }
      storage.delete(probe, false);
    } catch (IOException | IllegalArgumentException no) {
      findings.add(
          EnvironmentRule.CHECKPOINT_STORAGE,
          Findings.path("checkpoints", "storage"),
          "nothing can be written to " + checkpoints.directory() + " (" + FailureWords.of(no) + ")",
          "Check the address, and who may write there");
    }
  }
}
