package dev.weir.local.gateway;

import dev.weir.local.session.SessionCluster;
import dev.weir.local.session.SessionJob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobStatus;

/**
 * Watches a session cluster while a job runs on it, and keeps its task managers up: on a cluster
 * whoever runs it does so, and without them a job stands still and makes no savepoint. What a stage
 * of Weir's said of an end is in the logs; a trace may hold data and is not shown.
 *
 * @param news told of task managers that were replaced
 */
record ClusterWatch(SessionCluster cluster, SessionJob job, Path logs, Consumer<String> news) {

  private static final long POLL_MS = 500;

  Ending untilItEnds() throws InterruptedException {
    Optional<Ending> ending;
    do {
      Thread.sleep(POLL_MS);
      ending = ending();
    } while (ending.isEmpty());
    return ending.get();
  }

  /** Empty while it runs. */
  private Optional<Ending> ending() throws InterruptedException {
    if (!cluster.jobManager().isAlive()) {
      return failed("The job manager has ended, and the job with it");
    } else if (!replaceTaskManagers()) {
      return failed("Task managers keep ending");
    }
    JobStatus status = status();
    if (status == JobStatus.FAILED) {
      return failed("The job has failed");
    }
    return status.isGloballyTerminalState() ? Optional.of(new Ending.Stopped()) : Optional.empty();
  }

  private Optional<Ending> failed(String what) {
    return Optional.of(new Ending.Failed(what + "; see " + logs + "."));
  }

  /** Whether all run again. */
  private boolean replaceTaskManagers() {
    try {
      int ended = cluster.replaceTaskManagers();
      if (ended > 0) {
        news.accept(words(ended) + ": the job goes on from its last checkpoint; see " + logs + ".");
      }
      return true;
    } catch (IOException no) {
      return false;
    }
  }

  private static String words(int ended) {
    return ended == 1
        ? "A task manager has ended, and was started again"
        : ended + " task managers have ended, and were started again";
  }

  private JobStatus status() throws InterruptedException {
    try {
      return job.status();
    } catch (IOException busy) {
      return JobStatus.RUNNING; // whether the job manager lives is asked apart
    }
  }
}
