package dev.weir.bench.statistics;

import java.util.function.BooleanSupplier;
import org.apache.flink.core.execution.JobClient;

/** Waits for a job from outside. */
final class Watching {

  private static final long POLL_MS = 5;

  private Watching() {}

  static void until(BooleanSupplier seen, JobClient job) throws Exception {
    while (!seen.getAsBoolean()) {
      if (job.getJobStatus().get().isGloballyTerminalState()) {
        throw new IllegalStateException("the job ended: " + job.getJobExecutionResult().get());
      }
      Thread.sleep(POLL_MS);
    }
  }
}
