package dev.weir.jobs.file;

import dev.weir.operators.file.InputException;
import dev.weir.operators.stage.JobStoppedException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.ExceptionUtils;
import org.apache.flink.util.FileUtils;

/**
 * Runs a graph to its end on a cluster of its own in this process, in one thread's order. All that
 * Flink puts down meanwhile is in one directory, which goes with it.
 */
final class LocalExecution implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Path directory;

  private LocalExecution(Path directory) {
    this.directory = directory;
  }

  static LocalExecution create() throws IOException {
    return new LocalExecution(Files.createTempDirectory("weir-run-"));
  }

  /** Loopback only, no restarts: a run that fails is started again by who started it. */
  StreamExecutionEnvironment environment() {
    Configuration options = new Configuration();
    options.set(CoreOptions.TMP_DIRS, directory.toString());
    options.set(ClusterOptions.PROCESS_WORKING_DIR_BASE, directory.toString());
    options.set(WebOptions.TMP_DIR, directory.toString());
    options.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    options.set(RestOptions.ADDRESS, LOOPBACK);
    options.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    options.set(WebOptions.SUBMIT_ENABLE, false);
    options.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, BETWEEN_LOOKS); // brings the counts
    options.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(16));
    return StreamExecutionEnvironment.createLocalEnvironment(1, options);
  }

  /**
   * Runs the graph.
   *
   * @param progress given the accumulators now and then
   * @return the accumulators
   * @throws InputException if the file could not be read to its end
   * @throws JobStoppedException if a stage ended the job
   * @throws FileSystemException if an output could not be written
   */
  Map<String, Object> run(
      StreamExecutionEnvironment environment,
      StreamGraph graph,
      Consumer<Map<String, Object>> progress)
      throws IOException {
    try {
      JobClient job = environment.executeAsync(graph);
      CompletableFuture<JobExecutionResult> ended = job.getJobExecutionResult();
      while (!endsWithin(ended, BETWEEN_LOOKS)) {
        counts(job).ifPresent(progress);
      }
      return ended.get().getAllAccumulatorResults();
    } catch (Exception failed) {
      rethrow(failed, InputException.class);
      rethrow(failed, JobStoppedException.class);
      rethrow(failed, FileSystemException.class);
      throw new IllegalStateException("the run did not end well", failed);
    }
  }

  /** Empty if the job has ended since it was looked at. */
  private static Optional<Map<String, Object>> counts(JobClient job) throws InterruptedException {
    try {
      return Optional.of(job.getAccumulators().get());
    } catch (ExecutionException | IllegalStateException ended) {
      return Optional.empty();
    }
  }

  private static boolean endsWithin(CompletableFuture<?> job, Duration time)
      throws InterruptedException, ExecutionException {
    try {
      job.get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException goesOn) {
      return false;
    }
  }

  /** What a failure is known by; everything else is a defect. */
  private static <T extends Throwable> void rethrow(Exception failed, Class<T> known) throws T {
    ClassLoader classes = LocalExecution.class.getClassLoader();
    Optional<T> cause = ExceptionUtils.findSerializedThrowable(failed, known, classes);
    if (cause.isPresent()) {
      throw cause.get();
    }
  }

  @Override
  public void close() throws IOException {
    FileUtils.deleteDirectory(directory.toFile());
  }
}
