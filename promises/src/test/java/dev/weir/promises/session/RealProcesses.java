package dev.weir.promises.session;

import dev.weir.local.broker.BrokerProcess;
import dev.weir.local.demo.DemoFiles;
import dev.weir.local.session.FlinkDistribution;
import dev.weir.local.session.RestRefusal;
import dev.weir.local.session.SessionCluster;
import dev.weir.local.session.SessionJob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A broker, a job manager and two task managers, each a process, and the files of a gateway; the
 * job is the fat jar. Each task manager runs one of the two subtasks.
 */
final class RealProcesses implements AutoCloseable {

  private static final int PARTITIONS = 4;

  final BrokerProcess broker;
  final SessionCluster cluster;
  final DemoFiles files;
  private final Path jar;
  private final List<String> arguments;

  private RealProcesses(
      BrokerProcess broker,
      SessionCluster cluster,
      DemoFiles files,
      Path jar,
      List<String> arguments) {
    this.broker = broker;
    this.cluster = cluster;
    this.files = files;
    this.jar = jar;
    this.arguments = arguments;
  }

  /** Up, with an empty source topic; no job yet. */
  static RealProcesses start(Path directory) throws Exception {
    return start(directory, List.of());
  }

  /**
   * As above.
   *
   * @param arguments of the main class besides the gateway's file
   */
  static RealProcesses start(Path directory, List<String> arguments) throws Exception {
    Path jar = ClusterJar.built();
    FlinkDistribution flink = Skipped.unlessFlinkIsHere();
    BrokerProcess broker = BrokerProcess.in(directory.resolve("broker"));
    try {
      createSource(broker.bootstrapServers());
      Path session = directory.resolve("session");
      return new RealProcesses(
          broker,
          SessionCluster.start(flink, session, session.resolve("logs"), 2, 1, settings()),
          DemoFiles.write(directory, broker.bootstrapServers()),
          jar,
          arguments);
    } catch (Exception e) {
      broker.close();
      throw e;
    }
  }

  /** Quick to come back: a test kills often, and most of coming back is Java that starts. */
  private static Configuration settings() {
    Configuration settings = new Configuration();
    settings.set(CoreOptions.FLINK_JVM_OPTIONS, "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    settings.setString("restart-strategy.exponential-delay.initial-backoff", "100 ms");
    settings.setString("restart-strategy.exponential-delay.backoff-multiplier", "1.1");
    settings.setString("restart-strategy.exponential-delay.reset-backoff-threshold", "30 s");
    return settings;
  }

  static void createSource(String bootstrapServers)
      throws ExecutionException, InterruptedException {
    try (Admin admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
      NewTopic source =
          new NewTopic(DemoFiles.SOURCE_TOPIC, Optional.of(PARTITIONS), Optional.empty());
      admin.createTopics(List.of(source)).all().get();
    }
  }

  /**
   * As a user does: it goes on from the newest complete checkpoint.
   *
   * @throws RestRefusal if the start was refused
   */
  SessionJob submit() throws IOException, InterruptedException {
    return submit(List.of());
  }

  /** The same with more arguments. */
  SessionJob submit(List<String> more) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--gateway", files.gateway().toString(), "--create-topics"));
    all.addAll(more);
    return cluster.run(jar, all);
  }

  @Override
  public void close() {
    cluster.close();
    broker.close();
  }
}
