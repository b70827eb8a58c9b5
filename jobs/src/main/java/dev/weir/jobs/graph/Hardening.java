package dev.weir.jobs.graph;

import dev.weir.operators.stage.CohortRegions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The Flink options that a job sets itself. Nearly every default is another, and each would break a
 * promise quietly; so a graph is built only on an environment that has them.
 */
public final class Hardening {

  /** Fixed for life: no state can be restored under another. */
  public static final int MAX_PARALLELISM = CohortRegions.KEY_GROUPS;

  private static final Duration LONGEST_CHECKPOINT = Duration.ofMinutes(5);

  private final Configuration options = new Configuration();
  private final List<ConfigOption<?>> set = new ArrayList<>();

  private Hardening() {}

  /** For every graph: names that last, no type that Flink guesses, no needless copies. */
  public static Hardening ofGraph() {
    return new Hardening()
        .with(PipelineOptions.AUTO_GENERATE_UIDS, false)
        .with(PipelineOptions.GENERIC_TYPES, false)
        .with(PipelineOptions.OBJECT_REUSE, true)
        .with(PipelineOptions.OPERATOR_CHAINING, true)
        .with(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
  }

  /** For the streaming job besides: exactly-once, checkpoints that outlive it, patient restarts. */
  public static Hardening ofStream(CheckpointSettings checkpoints) {
    Duration interval = checkpoints.interval();
    return ofGraph()
        .with(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE)
        .with(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval)
        .with(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, interval.dividedBy(2))
        .with(CheckpointingOptions.CHECKPOINTING_TIMEOUT, LONGEST_CHECKPOINT)
        .with(CheckpointingOptions.MAX_CONCURRENT_CHECKPOINTS, 1)
        .with(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, 3)
        .with(CheckpointingOptions.ENABLE_UNALIGNED, false)
        .with(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true)
        .with(
            CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
            ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION)
        .with(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem")
        .with(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.directory())
        .with(CheckpointingOptions.SAVEPOINT_DIRECTORY, checkpoints.savepoints())
        .with(StateBackendOptions.STATE_BACKEND, "rocksdb")
        .with(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true)
        .with(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay")
        .with(
            RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
            Duration.ofMinutes(1));
  }

  private <T> Hardening with(ConfigOption<T> option, T value) {
    options.set(option, value);
    set.add(option);
    return this;
  }

  /** How long a checkpoint may take before it is given up. */
  public static Duration longestCheckpoint() {
    return LONGEST_CHECKPOINT;
  }

  /** Sets all options. */
  public void applyTo(StreamExecutionEnvironment environment) {
    environment.configure(options);
  }

  /**
   * Refuses an environment that lacks one.
   *
   * @throws IllegalStateException naming every option that differs
   */
  public void verify(StreamExecutionEnvironment environment) {
    Configuration actual = actual(environment);
    List<String> wrong = set.stream().flatMap(option -> wrong(option, actual).stream()).toList();
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "Flink is not set as Weir needs it: " + String.join(", ", wrong));
    }
  }

  private <T> List<String> wrong(ConfigOption<T> option, Configuration actual) {
    T wanted = options.get(option);
    T found = actual.get(option);
    return wanted.equals(found)
        ? List.of()
        : List.of(option.key() + " is " + found + " and must be " + wanted);
  }

  /** What the graph is built from: three places, of which the later ones win. */
  private static Configuration actual(StreamExecutionEnvironment environment) {
    Configuration actual = Configuration.fromMap(environment.getConfiguration().toMap());
    actual.addAll(environment.getConfig().toConfiguration());
    actual.addAll(environment.getCheckpointConfig().toConfiguration());
    return actual;
  }
}
