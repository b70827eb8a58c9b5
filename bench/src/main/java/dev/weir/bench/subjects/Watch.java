package dev.weir.bench.subjects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;

/** Looks at a job from outside while it runs. */
final class Watch {

  private Watch() {}

  /** How long it took until so many were counted. */
  static long until(LongSupplier count, long enough, JobClient job) throws Exception {
    long began = System.nanoTime();
    while (count.getAsLong() < enough) {
      if (job.getJobStatus().get().isGloballyTerminalState()) {
        throw new IllegalStateException("the job ended: " + job.getJobExecutionResult().get());
      }
      Thread.sleep(50);
    }
    return Duration.ofNanos(System.nanoTime() - began).toMillis();
  }

  /** Of all files in a directory. */
  static long bytes(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
