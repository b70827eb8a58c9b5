package dev.weir.promises.stream;

import dev.weir.jobs.graph.CheckpointSettings;
import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.StartFrom;
import dev.weir.jobs.kafka.append.AppendTime;
import dev.weir.jobs.start.GatewaySettings;
import dev.weir.jobs.start.GatewayStart;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.jobs.start.SourceSettings;
import dev.weir.jobs.start.StartCheck;
import dev.weir.jobs.start.StartFacts;
import dev.weir.local.broker.EmbeddedBroker;
import dev.weir.local.cluster.LocalCluster;
import dev.weir.operators.stage.DeadLetterSettings;
import dev.weir.operators.stage.KeySource;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.plan.JobPlan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** A gateway on a broker and a cluster in this process, started as a user's is: checked first. */
public final class GatewayUnderTest implements AutoCloseable {

  public static final String SOURCE = "payments.v2";
  public static final Duration INTERVAL = Duration.ofMillis(500);

  private final JobPlan plan;
  private final RecordFormat format;
  private final KeySource keys;
  private final Path checkpoints;
  public final EmbeddedBroker broker;
  public final LocalCluster cluster;

  private GatewayUnderTest(
      Path directory,
      JobPlan plan,
      RecordFormat format,
      int taskManagers,
      int slotsEach,
      Configuration settings)
      throws IOException {
    this.plan = plan;
    this.format = format;
    this.keys = Payments.keys(directory.resolve("keys"));
    this.checkpoints = directory.resolve("checkpoints");
    this.broker = EmbeddedBroker.inTemporaryDirectory();
    broker.start();
    this.cluster = LocalCluster.start(taskManagers, slotsEach, settings);
  }

  /** Broker, cluster, keys and source topic; no job yet. */
  public static GatewayUnderTest create(
      Path directory, RecordFormat format, int taskManagers, int slotsEach) throws Exception {
    return create(directory, format, taskManagers, slotsEach, new Configuration());
  }

  /** With settings of the cluster besides. */
  public static GatewayUnderTest create(
      Path directory, RecordFormat format, int taskManagers, int slotsEach, Configuration more)
      throws Exception {
    return create(directory, Payments.plan(), format, taskManagers, slotsEach, more);
  }

  /** Of another plan, whose keys are those of the partner acme. */
  public static GatewayUnderTest create(
      Path directory,
      JobPlan plan,
      RecordFormat format,
      int taskManagers,
      int slotsEach,
      Configuration more)
      throws Exception {
    Configuration settings = settings();
    settings.addAll(more);
    GatewayUnderTest gateway =
        new GatewayUnderTest(directory, plan, format, taskManagers, slotsEach, settings);
    gateway.createTopics(List.of(new NewTopic(SOURCE, Optional.of(4), Optional.empty())));
    return gateway;
  }

  /** Quick to come back: a test fails often. */
  private static Configuration settings() {
    Configuration settings = new Configuration();
    settings.setString("restart-strategy.exponential-delay.initial-backoff", "100 ms");
    settings.setString("restart-strategy.exponential-delay.backoff-multiplier", "1.1");
    settings.setString("taskmanager.memory.managed.size", "64m");
    settings.set(AppendTime.ALLOWANCE, Duration.ofMillis(200)); // one broker, and its clock is ours
    return settings;
  }

  public void createTopics(Collection<NewTopic> topics)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(kafka().admin())) {
      admin.createTopics(topics).all().get();
    }
  }

  public KafkaCluster kafka() {
    return new KafkaCluster(broker.bootstrapServers(), Map.of());
  }

  public GatewaySettings gateway(int parallelism, double maxShare) {
    return new GatewaySettings(
        "gateway.yaml",
        kafka(),
        Map.of(
            plan.products().get(0).product(),
            new SourceSettings(SOURCE, new StartFrom.Earliest(), format)),
        keys,
        new DeadLetterSettings(null, maxShare),
        null,
        CheckpointSettings.of(checkpoints.toUri().toString(), plan.gateway(), INTERVAL),
        parallelism,
        null);
  }

  /**
   * The same for statistics: the broker stamps the source, and a watermark stays so little behind
   * that a test need not wait.
   */
  public GatewaySettings counting(int parallelism) throws Exception {
    try (Admin admin = Admin.create(kafka().admin())) {
      AlterConfigOp stamped =
          new AlterConfigOp(
              new ConfigEntry("message.timestamp.type", "LogAppendTime"), AlterConfigOp.OpType.SET);
      ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, SOURCE);
      admin.incrementalAlterConfigs(Map.of(topic, List.of(stamped))).all().get();
    }
    GatewaySettings usual = gateway(parallelism, 1);
    SourceSettings source =
        new SourceSettings(SOURCE, new StartFrom.Earliest(), format, AppendTime.of(false));
    return new GatewaySettings(
        usual.file(),
        usual.kafka(),
        Map.of(plan.products().get(0).product(), source),
        usual.keys(),
        usual.deadLetters(),
        null,
        usual.checkpoints(),
        parallelism,
        null);
  }

  /** Checks and starts, as {@code weir start --create-topics} does. */
  public JobID start(int parallelism, ResumeChoice resume) {
    return start(gateway(parallelism, 1), resume);
  }

  public JobID start(GatewaySettings gateway, ResumeChoice resume) {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(settings());
    StartFacts facts =
        StartCheck.check(plan, gateway, resume, environment.getConfiguration(), true);
    StreamGraph graph = GatewayStart.graph(environment, plan, gateway, facts);
    return cluster.submit(graph);
  }

  /** Where the next start looks for savepoints too. */
  public URI savepoints() {
    return checkpoints.resolve(plan.gateway()).resolve("savepoints").toUri();
  }

  /** Waits until every task runs. */
  public void awaitRunning(JobID job) throws InterruptedException {
    Instant until = Instant.now().plus(Duration.ofMinutes(2));
    while (!cluster.allTasksRun(job)) {
      if (Instant.now().isAfter(until)) {
        throw new AssertionError("the job does not run: " + cluster.status(job));
      }
      Thread.sleep(20);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      cluster.close();
    } finally {
      broker.close();
    }
  }
}
