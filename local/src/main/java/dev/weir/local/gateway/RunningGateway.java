package dev.weir.local.gateway;

import dev.weir.config.problem.FailureWords;
import dev.weir.config.problem.Problem;
import dev.weir.jobs.gateway.GatewayGraphs;
import dev.weir.jobs.start.StartArguments;
import dev.weir.local.cluster.LocalCluster;
import dev.weir.operators.stage.JobStoppedException;
import dev.weir.plan.JobPlan;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/**
 * A gateway's job on a cluster in this process. Ctrl-C and SIGTERM stop both; checkpoints stay, and
 * who asks for it gets a savepoint too, if the cluster makes one in time.
 */
public final class RunningGateway implements StartedGateway {

  /** Less than the half minute that process managers leave between SIGTERM and SIGKILL. */
  static final Duration SAVEPOINT_BOUND = Duration.ofSeconds(20);

  private final LocalCluster cluster;
  private final JobID job;
  private final JobPlan plan;
  private final @Nullable String resumedFrom;
  private final URI savepoints;
  private final @Nullable Consumer<@Nullable String> stopped;
  private final Thread hook = new Thread(this::interrupted, "weir-stop");
  private final LastWord lastWord = new LastWord();

  private RunningGateway(
      LocalCluster cluster,
      GatewayGraphs.Planned planned,
      URI savepoints,
      @Nullable Consumer<@Nullable String> stopped) {
    this.cluster = cluster;
    this.plan = planned.plan();
    this.savepoints = savepoints;
    this.stopped = stopped;
    this.resumedFrom = planned.graph().getSavepointRestoreSettings().getRestorePath();
    this.job = cluster.submit(planned.graph());
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Checks, then starts a cluster with as many slots as the job needs. */
  public static RunningGateway start(StartArguments arguments, Consumer<Problem> warnings)
      throws IOException {
    return start(arguments, new Configuration(), warnings);
  }

  /**
   * As {@link #start(StartArguments, Consumer)}.
   *
   * @param configuration of the job, besides what Weir sets itself
   */
  public static RunningGateway start(
      StartArguments arguments, Configuration configuration, Consumer<Problem> warnings)
      throws IOException {
    return started(arguments, configuration, warnings, null);
  }

  /**
   * As {@link #start(StartArguments, Consumer)}, for a job that somebody goes on with.
   *
   * @param stopped told, when the process is asked to end, the savepoint to go on from; null: none
   *     could be made within 20 seconds, and the last checkpoint holds
   */
  public static RunningGateway start(
      StartArguments arguments, Consumer<Problem> warnings, Consumer<@Nullable String> stopped)
      throws IOException {
    return started(arguments, new Configuration(), warnings, stopped);
  }

  private static RunningGateway started(
      StartArguments arguments,
      Configuration configuration,
      Consumer<Problem> warnings,
      @Nullable Consumer<@Nullable String> stopped)
      throws IOException {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    GatewayGraphs.Planned job = GatewayGraphs.planned(arguments, environment, warnings);
    LocalCluster cluster = LocalCluster.start(1, environment.getParallelism());
    try {
      String savepoints =
          environment.getConfiguration().get(CheckpointingOptions.SAVEPOINT_DIRECTORY);
      return new RunningGateway(cluster, job, URI.create(savepoints), stopped);
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** What the job does. */
  public JobPlan plan() {
    return plan;
  }

  @Override
  public @Nullable String resumedFrom() {
    return resumedFrom;
  }

  @Override
  public URI webPage() {
    return cluster.webPage();
  }

  @Override
  public Ending untilItEnds() throws InterruptedException {
    Optional<Throwable> failure = failure();
    if (!lastWord.takeUnlessGoingDown()) {
      hook.join();
      return new Ending.GoneDown();
    }
    return failure
        .<Ending>map(thrown -> new Ending.Failed(why(thrown)))
        .orElseGet(Ending.Stopped::new);
  }

  /** Waits for the end; empty: it was none of failure. */
  private Optional<Throwable> failure() throws InterruptedException {
    try {
      return cluster.result(job).get().getSerializedThrowable().map(thrown -> thrown);
    } catch (ExecutionException gone) {
      return Optional.empty(); // the cluster went first, which is a stop too
    }
  }

  /** Only what Weir itself says is shown: messages of others may hold data. */
  private static String why(Throwable serialized) {
    Throwable failure =
        serialized instanceof org.apache.flink.util.SerializedThrowable flink
            ? flink.deserializeError(RunningGateway.class.getClassLoader())
            : serialized;
    Optional<JobStoppedException> stop =
        ExceptionUtils.findThrowable(failure, JobStoppedException.class);
    if (stop.isPresent()) {
      throw stop.get();
    }
    return "The job ended (" + FailureWords.of(failure) + "); see the log.";
  }

  private void interrupted() {
    if (lastWord.take() && stopped != null) {
      stopped.accept(savepoint());
    }
    cluster.close();
  }

  /** All that was read is committed with it. */
  private @Nullable String savepoint() {
    try {
      return cluster.stopWithSavepoint(job, savepoints, SAVEPOINT_BOUND);
    } catch (IllegalStateException ended) {
      return null; // it had ended, restarts, or takes too long
    }
  }

  @Override
  public void close() {
    try {
      if (Runtime.getRuntime().removeShutdownHook(hook)) {
        cluster.close();
      }
    } catch (IllegalStateException goingDown) {
      // the hook does it
    }
  }
}
