package dev.weir.promises.worst;

import dev.weir.jobs.graph.Ending;
import dev.weir.jobs.graph.GatewayGraph;
import dev.weir.jobs.graph.Hardening;
import dev.weir.jobs.graph.ProductInput;
import dev.weir.jobs.graph.ProgressStage;
import dev.weir.jobs.kafka.KafkaEnds;
import dev.weir.jobs.kafka.KafkaProgressLog;
import dev.weir.jobs.start.GatewaySettings;
import dev.weir.jobs.start.SourceSettings;
import dev.weir.operators.deadletter.DeadLetterSource;
import dev.weir.operators.meter.MeterSettings;
import dev.weir.operators.progress.ProgressSettings;
import dev.weir.operators.progress.WriteRights;
import dev.weir.operators.stage.TreatSettings;
import dev.weir.operators.stage.WallClock;
import dev.weir.plan.EndingPlan;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * The graph that builds made before there were two endings, of the same parts: whatever a release
 * passes, it leaves by the first.
 */
record OneEnding(JobPlan plan, GatewaySettings gateway) {

  StreamGraph graph(StreamExecutionEnvironment environment) {
    Hardening hardening = Hardening.ofStream(gateway.checkpoints());
    hardening.applyTo(environment);
    environment.setParallelism(gateway.parallelism());
    EndingPlan first = plan.endings().get(0);
    Ending only =
        new Ending(
            first,
            ProgressStage.of(first, progress()),
            KafkaEnds.sink(gateway.kafka(), first.sink(), List.copyOf(written().keySet())));
    return GatewayGraph.build(environment, hardening, plan, this::input, List.of(only));
  }

  private ProductInput input(ProductPlan product) {
    SourceSettings source = gateway.source(product.product());
    return new ProductInput(
        KafkaEnds.source(
            gateway.kafka(), source.topic(), "weir-" + plan.gateway(), source.startFrom()),
        source.format(),
        new TreatSettings(
            DeadLetterSource.topic(source.topic()),
            gateway.keys(),
            gateway.deadLetters(),
            WallClock.system(),
            TreatSettings.DEFAULT_MAX_RECORD_BYTES,
            null,
            MeterSettings.ofJob(plan, UUID.randomUUID().toString())));
  }

  private SortedMap<String, String> written() {
    SortedMap<String, String> sources = new TreeMap<>();
    for (ProductPlan product : plan.products()) {
      String source = gateway.source(product.product()).topic();
      sources.put(product.deadLetterTopic(), source);
      sources.put(plan.sink().usageTopic(), source);
      for (ReleasePlan release : product.releases()) {
        sources.put(release.topic(), source);
        sources.put(release.usageTopic(), source);
      }
    }
    return sources;
  }

  private ProgressSettings progress() {
    String topic = plan.sink().progressTopic();
    return new ProgressSettings(
        plan.gateway(),
        UUID.randomUUID().toString(),
        topic,
        written(),
        plan.digest(),
        gateway.checkpoints().interval(),
        new KafkaProgressLog(gateway.kafka(), topic),
        null,
        new WriteRights(new TreeMap<>(), topics -> List.of()),
        WallClock.system());
  }
}
