package dev.weir.promises.worst;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.local.broker.EmbeddedBroker;
import dev.weir.local.cluster.LocalCluster;
import dev.weir.promises.stream.Prometheus;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.Admin;

/** The broker and the cluster of all tests here, started by the first and ended after the last. */
final class WorstDay implements AutoCloseable {

  /** With an authorizer, and quick to end transactions that are overdue. */
  private static final Map<String, String> BROKER =
      Map.of(
          "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
          "allow.everyone.if.no.acl.found", "true",
          "transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");

  final EmbeddedBroker broker;
  final LocalCluster cluster;
  final Admin admin;

  WorstDay() throws IOException {
    broker = EmbeddedBroker.inTemporaryDirectory(BROKER);
    broker.start();
    cluster = LocalCluster.start(1, 6, settings());
    admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  /** Quick to come back. */
  static Configuration settings() {
    Configuration settings = new Configuration();
    settings.setString("restart-strategy.exponential-delay.initial-backoff", "100 ms");
    settings.setString("restart-strategy.exponential-delay.backoff-multiplier", "1.1");
    settings.setString("taskmanager.memory.managed.size", "96m");
    return settings;
  }

  /** Ends what a test has left running, so that none of the others pays for it. */
  void endJobs() throws Exception {
    for (JsonNode job : page("/jobs").get("jobs")) {
      if (!JobStatus.valueOf(job.get("status").asText()).isGloballyTerminalState()) {
        JobID id = JobID.fromHexString(job.get("id").asText());
        cluster.cancel(id);
        cluster.result(id).get(1, TimeUnit.MINUTES);
      }
    }
  }

  /** What Flink says of a job's failures. */
  String failures(JobID job) throws Exception {
    return page("/jobs/" + job + "/exceptions").toString();
  }

  /** A page of Flink's REST API. */
  JsonNode page(String path) throws Exception {
    return new ObjectMapper().readTree(Prometheus.get(URI.create(cluster.webPage() + path)));
  }

  @Override
  public void close() throws IOException {
    admin.close();
    try {
      cluster.close();
    } finally {
      broker.close();
    }
  }
}
