package dev.weir.bench.e2e;

import dev.weir.bench.orders.OrderPlan;
import dev.weir.jobs.graph.CheckpointSettings;
import dev.weir.jobs.graph.Ending;
import dev.weir.jobs.graph.GatewayGraph;
import dev.weir.jobs.graph.Hardening;
import dev.weir.jobs.graph.ProductInput;
import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.KafkaEnds;
import dev.weir.jobs.kafka.StartFrom;
import dev.weir.operators.deadletter.DeadLetterSource;
import dev.weir.operators.meter.MeterSettings;
import dev.weir.operators.stage.DeadLetterSettings;
import dev.weir.operators.stage.TreatSettings;
import dev.weir.operators.stage.WallClock;
import dev.weir.plan.EndingPlan;
import dev.weir.plan.JobPlan;
import dev.weir.plan.QuotaPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's graph of each variant, with the gateway's own parts, but without the progress
 * record: so without a meter, too, which no gateway is.
 */
final class VariantGraphs {

  private static final int PARALLELISM = 2;
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final PassTask task;
  private final Variant variant;
  private final QuotaPlan.@Nullable Limits limits;
  private final BenchKeys keys;

  /**
   * @param limits of the second agreement; null: it has none
   */
  VariantGraphs(PassTask task, Variant variant, QuotaPlan.@Nullable Limits limits) {
    this.task = task;
    this.variant = variant;
    this.limits = limits;
    this.keys = new BenchKeys(task.keys().toString());
  }

  /** Beside an output. */
  static String second(String output) {
    return output + ".second";
  }

  StreamGraph of(String source, String output) {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    Hardening hardening =
        Hardening.ofStream(
            CheckpointSettings.of(
                task.directory().resolve("checkpoints").toUri().toString(), "bench", INTERVAL));
    hardening.applyTo(environment);
    environment.setParallelism(PARALLELISM);
    JobPlan plan = plan(output);
    KafkaCluster kafka = new KafkaCluster(task.bootstrapServers(), Map.of());
    return GatewayGraph.build(
        environment,
        hardening,
        plan,
        product -> input(kafka, plan, source),
        plan.endings().stream().map(ending -> ending(kafka, plan, ending)).toList());
  }

  private static Ending ending(KafkaCluster kafka, JobPlan plan, EndingPlan ending) {
    return new Ending(
        ending, UnaryOperator.identity(), KafkaEnds.sink(kafka, ending.sink(), topics(plan)));
  }

  private JobPlan plan(String output) {
    String letters = PassTopics.deadLetters(output);
    return variant.hasSecond()
        ? OrderPlan.of(output, letters, second(output), limits)
        : OrderPlan.of(output, letters);
  }

  private static List<String> topics(JobPlan plan) {
    List<String> topics = new ArrayList<>(plan.sink().topics());
    topics.addAll(plan.usageTopics());
    return topics;
  }

  private ProductInput input(KafkaCluster kafka, JobPlan plan, String source) {
    TreatSettings settings =
        new TreatSettings(
            DeadLetterSource.topic(source),
            keys,
            new DeadLetterSettings(null, 1),
            WallClock.system(),
            TreatSettings.DEFAULT_MAX_RECORD_BYTES,
            null,
            variant == Variant.UNMETERED ? null : MeterSettings.ofJob(plan, "bench"));
    return new ProductInput(
        KafkaEnds.source(kafka, source, "bench", new StartFrom.Earliest()),
        task.format().weir(),
        settings);
  }
}
