package dev.weir.jobs.file;

import dev.weir.operators.file.InputException;
import dev.weir.operators.stage.JobStoppedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
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

  /** What a failure is known by; everything else is a defect. */
  private static final List<Class<? extends RuntimeException>> KNOWN =
      List.of(InputException.class, JobStoppedException.class);

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
    options.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(16));
    return StreamExecutionEnvironment.createLocalEnvironment(1, options);
  }

  /**
   * Runs the graph.
   *
   * @return the accumulators
   * @throws InputException if the file could not be read to its end
   * @throws JobStoppedException if a stage ended the job
   */
  Map<String, Object> run(StreamExecutionEnvironment environment, StreamGraph graph) {
    try {
      return environment.execute(graph).getAllAccumulatorResults();
    } catch (Exception failed) {
      ClassLoader classes = LocalExecution.class.getClassLoader();
      for (Class<? extends RuntimeException> known : KNOWN) {
        ExceptionUtils.findSerializedThrowable(failed, known, classes)
            .ifPresent(
                cause -> {
                  throw cause;
                });
      }
      throw new IllegalStateException("the run did not end well", failed);
    }
  }

  @Override
  public void close() throws IOException {
    FileUtils.deleteDirectory(directory.toFile());
  }
}
