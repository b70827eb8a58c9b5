package dev.weir.local.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.graph.ExecutionPlan;
import org.apache.flink.util.FileUtils;
import org.apache.flink.util.OptionalFailure;
import org.apache.flink.util.SerializedValue;

/**
 * A Flink mini cluster with its web page. Task managers can be stopped and started while a job
 * runs, so that tests can take them away.
 */
public final class LocalCluster implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final MiniCluster cluster;
  private final Path directory;

  private LocalCluster(MiniCluster cluster, Path directory) {
    this.cluster = cluster;
    this.directory = directory;
  }

  /** A running cluster with the settings that it does not need to choose itself left at Flink's. */
  public static LocalCluster start(int taskManagers, int slotsEach) throws IOException {
    return start(taskManagers, slotsEach, new Configuration());
  }

  /**
   * A running cluster.
   *
   * @param taskManagers at least 1; more can be started later
   * @param slotsEach of each task manager, at least 1
   * @param settings over the cluster's own
   * @throws IllegalStateException if it does not come up
   */
  public static LocalCluster start(int taskManagers, int slotsEach, Configuration settings)
      throws IOException {
    Path directory = Files.createTempDirectory("weir-flink-");
    Configuration all = ClusterSettings.in(directory);
    all.addAll(settings);
    MiniClusterConfiguration configuration =
        new MiniClusterConfiguration.Builder()
            .setNumTaskManagers(taskManagers)
            .setNumSlotsPerTaskManager(slotsEach)
            .setConfiguration(all)
            .build();
    LocalCluster started = new LocalCluster(new MiniCluster(configuration), directory);
    started.up();
    return started;
  }

  private void up() throws IOException {
    try {
      cluster.start();
    } catch (Exception e) {
      close();
      throw new IllegalStateException("The Flink cluster in this process did not start", e);
    }
  }

  /** Where Flink's own page is; only from this machine. */
  public URI webPage() {
    return await(cluster.getRestAddress());
  }

  /** Runs a graph; returns as soon as the cluster has taken it. */
  public JobID submit(ExecutionPlan graph) {
    return await(cluster.submitJob(graph)).getJobID();
  }

  /** Where the job stands. */
  public JobStatus status(JobID job) {
    return await(cluster.getJobStatus(job));
  }

  /**
   * Whether every task of the job works; a job counts as running before its tasks do. Asked of one
   * moment, for a job that is still being set up has no tasks to ask, and may run a moment later.
   */
  public boolean allTasksRun(JobID job) {
    AccessExecutionGraph now = await(cluster.getExecutionGraph(job));
    if (now.getState() != JobStatus.RUNNING) {
      return false;
    }
    for (AccessExecutionVertex task : now.getAllExecutionVertices()) {
      if (task.getExecutionState() != ExecutionState.RUNNING) {
        return false;
      }
    }
    return true;
  }

  /** The job's accumulators as its tasks last told them, about a second ago. */
  public Map<String, Object> accumulators(JobID job) {
    Map<String, Object> values = new HashMap<>();
    await(cluster.getExecutionGraph(job))
        .getAccumulatorsSerialized()
        .forEach((name, value) -> values.put(name, deserialized(value)));
    return values;
  }

  private static Object deserialized(SerializedValue<OptionalFailure<Object>> value) {
    try {
      return value.deserializeValue(LocalCluster.class.getClassLoader()).getUnchecked();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("An accumulator cannot be read", e);
    }
  }

  /** How the job ends, once it has: a failed job too completes it, and says why. */
  public CompletableFuture<JobResult> result(JobID job) {
    return cluster.requestJobResult(job);
  }

  /** Ends the job now; retained checkpoints stay. */
  public void cancel(JobID job) {
    await(cluster.cancelJob(job));
  }

  /**
   * Takes a savepoint and goes on.
   *
   * @return where it is, to start from
   */
  public String savepoint(JobID job, URI into) {
    return await(
        cluster.triggerSavepoint(job, into.toString(), false, SavepointFormatType.CANONICAL));
  }

  /**
   * Takes a savepoint and ends the job, all that was read being committed.
   *
   * @return where it is, to start from
   */
  public String stopWithSavepoint(JobID job, URI into) {
    return stopWithSavepoint(job, into, PATIENCE);
  }

  /**
   * As {@link #stopWithSavepoint(JobID, URI)}, in time.
   *
   * @throws IllegalStateException if the job does not run, or the savepoint takes longer
   */
  public String stopWithSavepoint(JobID job, URI into, Duration atMost) {
    return await(
        cluster.stopWithSavepoint(job, into.toString(), false, SavepointFormatType.CANONICAL),
        atMost);
  }

  /** Starts one more task manager. */
  public void startTaskManager() throws Exception {
    cluster.startTaskManager();
  }

  /**
   * Stops a task manager with all that runs on it.
   *
   * @param index in the order of their start, from 0; an index is not given twice
   */
  public void stopTaskManager(int index) {
    await(cluster.terminateTaskManager(index));
  }

  /** Ends everything that runs, and deletes what the cluster has put down for itself. */
  @Override
  public void close() {
    try {
      cluster.close();
    } catch (Exception e) {
      throw new IllegalStateException("The Flink cluster in this process did not stop", e);
    } finally {
      deleteDirectory();
    }
  }

  private void deleteDirectory() {
    try {
      FileUtils.deleteDirectory(directory.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T await(CompletableFuture<T> answer) {
    return await(answer, PATIENCE);
  }

  private static <T> T await(CompletableFuture<T> answer, Duration atMost) {
    try {
      return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the Flink cluster works", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The Flink cluster did not do what it was asked", e);
    }
  }
}
