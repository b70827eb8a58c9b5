package dev.weir.promises.worst;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import dev.weir.jobs.graph.CheckpointSettings;
import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.StartFrom;
import dev.weir.jobs.start.Finding;
import dev.weir.jobs.start.GatewaySettings;
import dev.weir.jobs.start.GatewayStart;
import dev.weir.jobs.start.Places;
import dev.weir.jobs.start.Resume;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.jobs.start.SourceSettings;
import dev.weir.jobs.start.StartCheck;
import dev.weir.jobs.start.StartFacts;
import dev.weir.jobs.start.StartRefusedException;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageHeaders;
import dev.weir.metering.usage.UsageTally;
import dev.weir.operators.stage.DeadLetterSettings;
import dev.weir.operators.stage.JobStoppedException;
import dev.weir.operators.stage.KeySource;
import dev.weir.plan.JobPlan;
import dev.weir.promises.stream.Faults;
import dev.weir.promises.stream.Feed;
import dev.weir.promises.stream.Payments;
import dev.weir.promises.stream.Subscriber;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;
import org.apache.flink.util.SerializedThrowable;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;

/**
 * One gateway of a worst day: started as a user's is, and past the check where that is the test.
 */
final class WorstGateway {

  static final Duration INTERVAL = Duration.ofMillis(500);
  private static final Duration QUIET = Duration.ofMillis(1_500);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  final WorstDay day;
  final Partners names;
  final Path directory;
  final Path keyDirectory;
  private final KeySource keys;
  private String storage;
  private Duration interval = INTERVAL;
  private Map<String, String> properties = Map.of();
  private String source;
  private JobPlan plan;
  private long fed;

  WorstGateway(WorstDay day, String gateway, Path directory) throws Exception {
    this.day = day;
    this.names = new Partners(gateway);
    this.directory = directory;
    this.keyDirectory = directory.resolve("keys");
    this.keys = Payments.keys(keyDirectory);
    this.storage = directory.resolve("checkpoints").toUri().toString();
    this.source = names.source();
    this.plan = names.plan();
    createSource(source);
  }

  private void createSource(String topic) throws Exception {
    day.admin
        .createTopics(List.of(new NewTopic(topic, Optional.of(2), Optional.empty())))
        .all()
        .get();
  }

  /** From now on the gateway reads another topic, which is fed by nobody. */
  void reads(String topic) throws Exception {
    createSource(topic);
    readsAgain(topic);
  }

  /** From now on the gateway reads a topic that is there. */
  void readsAgain(String topic) {
    source = topic;
  }

  void plan(JobPlan other) {
    plan = other;
  }

  void storage(String other) {
    storage = other;
  }

  void interval(Duration other) {
    interval = other;
  }

  void properties(Map<String, String> other) {
    properties = other;
  }

  /** Puts so many more records into the source. */
  void feed(int records) {
    long from = fed;
    String servers = day.broker.bootstrapServers();
    try (Feed feed = new Feed(servers, names.source(), number -> Payments.json(from + number))) {
      fed += feed.put(records, Integer.MAX_VALUE, () -> true);
    }
  }

  GatewaySettings settings() {
    return new GatewaySettings(
        "gateway.yaml",
        new KafkaCluster(day.broker.bootstrapServers(), properties),
        Map.of(
            plan.products().get(0).product(),
            new SourceSettings(source, new StartFrom.Earliest(), new Faults(Payments.FORMAT))),
        keys,
        new DeadLetterSettings(null, 1),
        null,
        CheckpointSettings.of(storage, plan.gateway(), interval),
        1,
        null);
  }

  /** Checks and starts. */
  JobID start(ResumeChoice choice) throws InterruptedException {
    JobID job = submit(facts(choice));
    awaitRunning(job);
    return job;
  }

  StartFacts facts(ResumeChoice choice) {
    StreamExecutionEnvironment environment = environment();
    return StartCheck.check(plan, settings(), choice, environment.getConfiguration(), true);
  }

  /** What {@code weir check} says. */
  List<Finding> look() {
    return StartCheck.look(
        plan, settings(), new Configuration(), Places.whole("gateway.yaml"), new Problems());
  }

  /** What a check said before, or never said: as a cluster that restarts by itself. */
  JobID submit(StartFacts facts) {
    return day.cluster.submit(GatewayStart.graph(environment(), plan, settings(), facts));
  }

  /** As a build did that knew of no second ending. */
  JobID submitWithOneEnding() {
    return day.cluster.submit(new OneEnding(plan, settings()).graph(environment()));
  }

  /** As {@link #facts}, if somebody had found that state to be right. */
  static StartFacts unchecked(String savepoint) {
    return new StartFacts(
        1 << 20,
        Map.of(),
        new Resume.From(savepoint, false),
        Map.of(),
        List.of(),
        List.of(),
        Set.of(),
        null);
  }

  private static StreamExecutionEnvironment environment() {
    return StreamExecutionEnvironment.getExecutionEnvironment(WorstDay.settings());
  }

  /** The problems of a start that must be refused. */
  List<Problem> refused(ResumeChoice choice) {
    return assertThatThrownBy(() -> facts(choice))
        .asInstanceOf(InstanceOfAssertFactories.type(StartRefusedException.class))
        .actual()
        .problems();
  }

  void awaitRunning(JobID job) {
    Awaitility.await().atMost(PATIENCE).until(() -> day.cluster.allTasksRun(job));
  }

  URI savepoints() {
    return directory.resolve("checkpoints").resolve(names.gateway()).resolve("savepoints").toUri();
  }

  String stop(JobID job) {
    return day.cluster.stopWithSavepoint(job, savepoints());
  }

  void cancel(JobID job) throws Exception {
    day.cluster.cancel(job);
    day.cluster.result(job).get(1, TimeUnit.MINUTES);
  }

  /** Why the job ended for good: it must have. */
  JobStoppedException ended(JobID job) throws Exception {
    SerializedThrowable why =
        day.cluster
            .result(job)
            .get(2, TimeUnit.MINUTES)
            .getSerializedThrowable()
            .orElseThrow(() -> new AssertionError("the job has not failed"));
    Throwable failure = why.deserializeError(WorstGateway.class.getClassLoader());
    return ExceptionUtils.findThrowable(failure, JobStoppedException.class)
        .orElseThrow(() -> new AssertionError("it is not Weir that ended the job", failure));
  }

  /** The numbers that a partner sees, in order of their number: so many, and a moment longer. */
  List<Long> numbers(String topic, int expected) {
    return records(topic, expected).stream()
        .map(record -> Payments.number(record.value()))
        .sorted()
        .toList();
  }

  /** What was accepted, as the progress topic says it. */
  List<JsonNode> accepted() throws IOException {
    return progress().stream()
        .filter(record -> record.get("kind").asText().equals("accepted"))
        .toList();
  }

  /** All records of the progress topic. */
  List<JsonNode> progress() throws IOException {
    List<JsonNode> records = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records(names.progress(), 1)) {
      records.add(new ObjectMapper().readTree(record.value()));
    }
    return records;
  }

  /** Records of a partner by its usage topic: all that are in its topic, and each once. */
  record Metered(long delivered, long charged) {}

  /** What the usage says of this gateway's records. */
  Metered metered(String partner) throws IOException {
    long delivered = 0;
    long charged = 0;
    UsageTally tally = new UsageTally();
    for (ConsumerRecord<byte[], byte[]> record : records(partner + ".usage", 0)) {
      Map<String, String> headers = new HashMap<>();
      record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
      UsageEvent event = UsageHeaders.read(headers, record.value());
      if (event.source().equals(UsageEvent.gateway(names.gateway()))
          && tally.add(event) == UsageTally.Outcome.ADDED) {
        charged += event.data().usage().records();
        delivered += event.isOfReleasedAgain() ? 0 : event.data().usage().records();
      }
    }
    return new Metered(delivered, charged);
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }

  List<ConsumerRecord<byte[], byte[]>> records(String topic, int expected) {
    try (Subscriber partner = new Subscriber(day.broker.bootstrapServers(), topic)) {
      return List.copyOf(partner.read(expected, PATIENCE, QUIET));
    }
  }
}
