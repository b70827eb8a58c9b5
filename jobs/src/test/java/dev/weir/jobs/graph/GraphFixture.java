package dev.weir.jobs.graph;

import dev.weir.jobs.LineFormat;
import dev.weir.jobs.TestPlans;
import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.KafkaControlLog;
import dev.weir.jobs.kafka.KafkaEnds;
import dev.weir.jobs.kafka.KafkaProgressLog;
import dev.weir.jobs.kafka.StartFrom;
import dev.weir.operators.control.ControlSettings;
import dev.weir.operators.deadletter.DeadLetterSource;
import dev.weir.operators.meter.MeterSettings;
import dev.weir.operators.progress.ProgressSettings;
import dev.weir.operators.progress.WriteRights;
import dev.weir.operators.stage.DeadLetterSettings;
import dev.weir.operators.stage.TreatSettings;
import dev.weir.operators.stage.WallClock;
import dev.weir.plan.EndingPlan;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;

/** Streaming graphs over a Kafka that is never asked. */
final class GraphFixture {

  static final KafkaCluster KAFKA = new KafkaCluster("127.0.0.1:1", Map.of());
  static final CheckpointSettings CHECKPOINTS =
      CheckpointSettings.of("file:///var/weir/checkpoints", "eu", Duration.ofSeconds(10));

  static final ProductPlan PAYMENTS =
      TestPlans.product(
          "payments",
          TestPlans.release("acme", "acme.payments.v1"),
          TestPlans.release("globex", "globex.payments.v1"));
  static final ProductPlan VISITS =
      TestPlans.product("visits", TestPlans.release("acme", "acme.visits.v1"));

  static final ProductPlan REMEMBERED =
      TestPlans.product("logins", TestPlans.remembering("acme", "acme.logins.v1"));

  static final ProductPlan RESTRAINED =
      TestPlans.product(
          "trips",
          TestPlans.release("acme", "acme.trips.v1"),
          TestPlans.restrained("globex", "globex.trips.v1"));

  static final ProductPlan CROWDS =
      TestPlans.product(
          "orders",
          TestPlans.release("acme", "acme.orders.v1"),
          TestPlans.crowds("umbra", "umbra.orders.v1", "orders"));

  private GraphFixture() {}

  static StreamGraph hardened(JobPlan plan) {
    return hardened(plan, null);
  }

  /** As builds made it that had one ending for all. */
  static StreamGraph withOneEnding(JobPlan plan) {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(2);
    Hardening hardening = Hardening.ofStream(CHECKPOINTS);
    hardening.applyTo(environment);
    Ending only = ending(plan, plan.endings().get(0));
    return GatewayGraph.build(
        environment, hardening, plan, product -> input(plan, product, null), List.of(only));
  }

  /** Of a gateway that obeys commands. */
  static StreamGraph controlled(JobPlan plan) {
    return hardened(
        plan,
        new ControlSettings(
            "eu", new byte[0], new KafkaControlLog(KAFKA, "weir.control"), 0, 0, List.of()));
  }

  private static StreamGraph hardened(JobPlan plan, @Nullable ControlSettings control) {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(2);
    Hardening.ofStream(CHECKPOINTS).applyTo(environment);
    return build(environment, plan, control);
  }

  static StreamGraph build(StreamExecutionEnvironment environment, JobPlan plan) {
    return build(environment, plan, null);
  }

  private static StreamGraph build(
      StreamExecutionEnvironment environment, JobPlan plan, @Nullable ControlSettings control) {
    return GatewayGraph.build(
        environment,
        Hardening.ofStream(CHECKPOINTS),
        plan,
        product -> input(plan, product, control),
        plan.endings().stream().map(ending -> ending(plan, ending)).toList());
  }

  private static Ending ending(JobPlan plan, EndingPlan ending) {
    return new Ending(
        ending,
        ProgressStage.of(ending, progress(plan, ending)),
        KafkaEnds.sink(KAFKA, ending.sink(), plan.sink().topics()));
  }

  private static ProgressSettings progress(JobPlan plan, EndingPlan ending) {
    return new ProgressSettings(
        ending.writer(),
        "run",
        plan.sink().progressTopic(),
        new TreeMap<>(),
        plan.digest(),
        CHECKPOINTS.interval(),
        new KafkaProgressLog(KAFKA, plan.sink().progressTopic()),
        null,
        new WriteRights(new TreeMap<>(), topics -> List.of()),
        WallClock.system());
  }

  private static ProductInput input(
      JobPlan plan, ProductPlan product, @Nullable ControlSettings control) {
    String topic = product.product() + ".v1";
    return new ProductInput(
        KafkaEnds.source(KAFKA, topic, "weir-eu", new StartFrom.Earliest()),
        new LineFormat(),
        new TreatSettings(
            DeadLetterSource.topic(topic),
            () -> {
              throw new AssertionError("no keys are needed to build a graph");
            },
            DeadLetterSettings.unlimited(),
            WallClock.system(),
            TreatSettings.DEFAULT_MAX_RECORD_BYTES,
            control,
            MeterSettings.ofJob(plan, "run")));
  }
}
