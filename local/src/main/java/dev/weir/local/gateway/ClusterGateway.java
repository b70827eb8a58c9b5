package dev.weir.local.gateway;

import dev.weir.config.problem.Problem;
import dev.weir.jobs.gateway.GatewayGraphs;
import dev.weir.jobs.start.StartArguments;
import dev.weir.local.session.FlinkDistribution;
import dev.weir.local.session.SessionCluster;
import dev.weir.local.session.SessionJob;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * A gateway's job on a session cluster of Flink's own distribution: a job manager and up to two
 * task managers, each a process, and the jar for a cluster submitted to them. Ctrl-C and SIGTERM
 * stop them all, with a savepoint if one is made in time. Everything is checked in this process
 * before any other starts.
 */
public final class ClusterGateway implements StartedGateway {

  private static final int TASK_MANAGERS = 2;

  private final ClusterWatch watch;
  private final @Nullable String resumedFrom;
  private final LastWord lastWord = new LastWord();

  private ClusterGateway(ClusterWatch watch, @Nullable String resumedFrom) {
    this.watch = watch;
    this.resumedFrom = resumedFrom;
  }

  /**
   * Checks, then starts a cluster with as many slots as the job needs.
   *
   * @param jar for a cluster, of this build
   * @param logs of the cluster's processes
   * @param news told what happens to the cluster while the job runs
   * @param stopped as {@link RunningGateway}'s
   * @throws IOException if the cluster does not come up, or refuses the job
   */
  public static ClusterGateway start(
      FlinkDistribution flink,
      Path jar,
      Path logs,
      StartArguments arguments,
      Consumer<Problem> warnings,
      Consumer<String> news,
      Consumer<@Nullable String> stopped)
      throws IOException, InterruptedException {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    GatewayGraphs.Planned planned = GatewayGraphs.planned(arguments, environment, warnings);
    SessionCluster cluster = cluster(flink, logs, environment.getParallelism());
    try {
      SessionJob job = cluster.run(jar, arguments.words());
      String from = planned.graph().getSavepointRestoreSettings().getRestorePath();
      ClusterGateway gateway = new ClusterGateway(new ClusterWatch(cluster, job, logs, news), from);
      URI savepoints =
          URI.create(environment.getConfiguration().get(CheckpointingOptions.SAVEPOINT_DIRECTORY));
      cluster.beforeItGoesDown(() -> gateway.goDown(savepoints, stopped));
      return gateway;
    } catch (IOException | InterruptedException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private static SessionCluster cluster(FlinkDistribution flink, Path logs, int slots)
      throws IOException, InterruptedException {
    int taskManagers = Math.min(TASK_MANAGERS, slots);
    int slotsEach = (slots + taskManagers - 1) / taskManagers;
    Path directory = Files.createTempDirectory("weir-cluster");
    try {
      SessionCluster cluster =
          SessionCluster.start(
              flink, directory, logs, taskManagers, slotsEach, new Configuration());
      cluster.afterItHasEnded(() -> FileUtils.deleteDirectoryQuietly(directory.toFile()));
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException e) {
      FileUtils.deleteDirectoryQuietly(directory.toFile());
      throw e;
    }
  }

  @Override
  public @Nullable String resumedFrom() {
    return resumedFrom;
  }

  @Override
  public URI webPage() {
    return watch.cluster().webPage();
  }

  @Override
  public Ending untilItEnds() throws InterruptedException {
    Ending ending = watch.untilItEnds();
    if (!lastWord.takeUnlessGoingDown()) {
      watch.cluster().awaitGoneDown();
      return new Ending.GoneDown();
    }
    return ending;
  }

  private void goDown(URI savepoints, Consumer<@Nullable String> stopped) {
    if (lastWord.take()) {
      stopped.accept(savepoint(savepoints));
    }
  }

  private @Nullable String savepoint(URI savepoints) {
    CompletableFuture<String> savepoint = new CompletableFuture<>();
    Thread asking =
        new Thread(
            () -> {
              try {
                savepoint.complete(watch.job().stopWithSavepoint(savepoints));
              } catch (IOException | InterruptedException no) {
                savepoint.completeExceptionally(no);
              }
            },
            "weir-savepoint");
    asking.setDaemon(true);
    asking.start();
    try {
      return savepoint.get(RunningGateway.SAVEPOINT_BOUND.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException no) {
      return null; // it had ended, restarts, or takes too long
    }
  }

  @Override
  public void close() {
    watch.cluster().close();
  }
}
