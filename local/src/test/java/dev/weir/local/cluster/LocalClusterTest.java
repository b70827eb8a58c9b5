package dev.weir.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.clusterframework.ApplicationStatus;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClusterTest {

  private static LocalCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster = LocalCluster.start(1, 2);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  void boundedJob_runsToItsEnd() throws Exception {
    JobID job = cluster.submit(graph(1000));
    JobResult result = cluster.result(job).get(1, TimeUnit.MINUTES);
    assertThat(result.isSuccess()).isTrue();
  }

  @Test
  void webPage_isServedOnLoopbackAndTakesNoJars() throws Exception {
    URI page = cluster.webPage();
    assertThat(page.getHost()).isEqualTo("127.0.0.1");
    assertThat(get(page).body()).contains("Apache Flink Web Dashboard");
    assertThat(get(page.resolve("/jars")).statusCode()).isEqualTo(404);
  }

  @Test
  void taskManagerStopped_jobGoesOnOnAnother() throws Exception {
    JobID job = cluster.submit(graph(Long.MAX_VALUE));
    awaitRunning(job);
    cluster.startTaskManager();
    cluster.stopTaskManager(0);
    awaitRunning(job);
    cluster.cancel(job);
    assertThat(cluster.result(job).get(1, TimeUnit.MINUTES).getApplicationStatus())
        .isEqualTo(ApplicationStatus.CANCELED);
  }

  @Test
  void stopWithSavepoint_endsTheJobAndAnotherStartsFromIt(@TempDir Path directory)
      throws Exception {
    JobID first = cluster.submit(graph(Long.MAX_VALUE));
    awaitRunning(first);
    String savepoint = cluster.stopWithSavepoint(first, directory.toUri());
    assertThat(cluster.result(first).get(1, TimeUnit.MINUTES).isSuccess()).isTrue();
    StreamGraph again = graph(Long.MAX_VALUE);
    again.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(savepoint));
    JobID second = cluster.submit(again);
    awaitRunning(second);
    cluster.cancel(second);
  }

  private static StreamGraph graph(long last) {
    Configuration settings = new Configuration();
    settings.setString("state.backend.type", "rocksdb");
    settings.setString("restart-strategy.type", "fixed-delay");
    settings.setString("restart-strategy.fixed-delay.attempts", "100");
    settings.setString("restart-strategy.fixed-delay.delay", "100 ms");
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(settings).setParallelism(1);
    env.fromSequence(0, last).uid("numbers").sinkTo(new DiscardingSink<>()).uid("nowhere");
    return env.getStreamGraph();
  }

  private static void awaitRunning(JobID job) throws Exception {
    Instant until = Instant.now().plus(Duration.ofMinutes(1));
    while (!cluster.allTasksRun(job) && Instant.now().isBefore(until)) {
      Thread.sleep(50);
    }
    assertThat(cluster.allTasksRun(job))
        .as(() -> told(job, "") + told(job, "/exceptions"))
        .isTrue();
  }

  /** What the cluster's page says of a job: where its tasks stand and what has failed. */
  private static String told(JobID job, String of) {
    try {
      return get(cluster.webPage().resolve("/jobs/" + job + of)).body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
