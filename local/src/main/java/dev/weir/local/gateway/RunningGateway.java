package dev.weir.local.gateway;

import dev.weir.config.problem.Problem;
import dev.weir.jobs.gateway.GatewayGraphs;
import dev.weir.jobs.start.StartArguments;
import dev.weir.local.cluster.LocalCluster;
import dev.weir.operators.stage.JobStoppedException;
import dev.weir.plan.JobPlan;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/** A gateway's job on a cluster in this process. Ctrl-C and SIGTERM stop both; checkpoints stay. */
public final class RunningGateway implements AutoCloseable {

  private final LocalCluster cluster;
  private final JobID job;
  private final JobPlan plan;
  private final @Nullable String resumedFrom;
  private final Thread hook = new Thread(this::stop, "weir-stop");

  private RunningGateway(LocalCluster cluster, GatewayGraphs.Planned planned) {
    this.cluster = cluster;
    this.plan = planned.plan();
    this.resumedFrom = planned.graph().getSavepointRestoreSettings().getRestorePath();
    this.job = cluster.submit(planned.graph());
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Checks, then starts a cluster with as many slots as the job needs. */
  public static RunningGateway start(StartArguments arguments, Consumer<Problem> warnings)
      throws IOException {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    GatewayGraphs.Planned job = GatewayGraphs.planned(arguments, environment, warnings);
    LocalCluster cluster = LocalCluster.start(1, environment.getParallelism());
    try {
      return new RunningGateway(cluster, job);
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** What the job does. */
  public JobPlan plan() {
    return plan;
  }

  /** The checkpoint or savepoint that it goes on from; null: it began without state. */
  public @Nullable String resumedFrom() {
    return resumedFrom;
  }

  /** Where Flink's own page is. */
  public URI webPage() {
    return cluster.webPage();
  }

  /**
   * Waits.
   *
   * @return why the job ended for good; null if it was stopped
   */
  public @Nullable String untilItEnds() throws InterruptedException {
    try {
      JobResult result = cluster.result(job).get();
      return result.getSerializedThrowable().map(RunningGateway::why).orElse(null);
    } catch (ExecutionException gone) {
      return null; // the cluster went first, which is a stop too
    }
  }

  /** Only what Weir itself says is shown: messages of others may hold data. */
  private static String why(Throwable serialized) {
    Throwable failure =
        serialized instanceof org.apache.flink.util.SerializedThrowable flink
            ? flink.deserializeError(RunningGateway.class.getClassLoader())
            : serialized;
    return ExceptionUtils.findThrowable(failure, JobStoppedException.class)
        .map(stop -> String.valueOf(stop.getMessage()))
        .orElse("The job ended (" + failure.getClass().getSimpleName() + "); see the log.");
  }

  private void stop() {
    cluster.close();
  }

  @Override
  public void close() {
    try {
      if (Runtime.getRuntime().removeShutdownHook(hook)) {
        stop();
      }
    } catch (IllegalStateException goingDown) {
      // the hook does it
    }
  }
}
