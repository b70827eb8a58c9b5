package dev.weir.promises.session;

import dev.weir.local.session.RestRefusal;
import dev.weir.local.session.SessionJob;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the job running as an operator does: one job, which is submitted again when the job manager
 * was lost, and goes on from its newest complete checkpoint.
 */
final class JobOwner {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final long POLL_MS = 50;

  private final RealProcesses processes;
  private @Nullable SessionJob job;

  JobOwner(RealProcesses processes) {
    this.processes = processes;
  }

  /** Ends the job; the next {@link #recover} submits it again. */
  void cancel() throws IOException, InterruptedException {
    if (job != null) {
      job.cancel();
    }
    job = null;
  }

  /** Ends the job at a savepoint, which the next {@link #recover} goes on from. */
  String stopWithSavepoint(URI into) throws IOException, InterruptedException {
    String savepoint = Objects.requireNonNull(job, "it was started before").stopWithSavepoint(into);
    job = null;
    return savepoint;
  }

  /** Starts it from there, whatever has left since. */
  void startFrom(String savepoint) throws IOException, InterruptedException {
    processes.cluster.awaitTaskManagers();
    try {
      job = processes.submit(List.of("--from", savepoint, "--accept-duplicates", "--accept-gap"));
    } catch (RestRefusal refusal) {
      throw new AssertionError("the start was refused: " + refusal.answer(), refusal);
    }
  }

  /** The job manager was killed. */
  void jobIsLost() {
    job = null;
  }

  /**
   * Every process runs again: waits until the job has, and has completed a checkpoint that was
   * begun after that. What was read by then is committed.
   */
  void recover() throws IOException, InterruptedException {
    Instant since = Instant.now();
    Instant until = since.plus(PATIENCE);
    while (!recovered(since)) {
      if (Instant.now().isAfter(until)) {
        throw new AssertionError("the job did not recover");
      }
      Thread.sleep(POLL_MS);
    }
  }

  private boolean recovered(Instant since) throws IOException, InterruptedException {
    SessionJob running = job;
    if (running == null) {
      processes.cluster.awaitTaskManagers();
      job = processes.submit();
      return false;
    }
    return running.allTasksRun()
        && running.newestCheckpoint().filter(begun -> begun.isAfter(since)).isPresent();
  }
}
