package dev.weir.bench.e2e;

import dev.weir.bench.orders.OrderPlan;
import dev.weir.jobs.graph.CheckpointSettings;
import dev.weir.jobs.graph.Hardening;
import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.StartFrom;
import dev.weir.jobs.start.GatewaySettings;
import dev.weir.jobs.start.GatewayStart;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.jobs.start.SourceSettings;
import dev.weir.jobs.start.StartCheck;
import dev.weir.jobs.start.StartFacts;
import dev.weir.operators.stage.DeadLetterSettings;
import dev.weir.plan.JobPlan;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** The graph of each job, all under the same options of Flink. */
final class Graphs {

  private static final int PARALLELISM = 2;
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final double MAX_DEAD_LETTERS = 0.05;

  private final PassTask task;
  private final CheckpointSettings checkpoints;
  private final BenchKeys keys;

  Graphs(PassTask task) {
    this.task = task;
    this.checkpoints =
        CheckpointSettings.of(
            task.directory().resolve("checkpoints").toUri().toString(), "bench", INTERVAL);
    this.keys = new BenchKeys(task.keys().toString());
  }

  StreamGraph of(String source, String output) throws IOException {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    return task.job() == Job.WEIR
        ? weir(environment, source, output)
        : plain(environment, source, output);
  }

  /** As the gateway is started: checked, and with dead letters that carry a sealed payload. */
  private StreamGraph weir(StreamExecutionEnvironment environment, String source, String output)
      throws IOException {
    JobPlan plan = OrderPlan.of(output, PassTopics.deadLetters(output));
    GatewaySettings gateway =
        new GatewaySettings(
            "bench",
            new KafkaCluster(task.bootstrapServers(), Map.of()),
            Map.of(
                plan.products().get(0).product(),
                new SourceSettings(source, new StartFrom.Earliest(), task.format().weir())),
            keys,
            new DeadLetterSettings(keys.sealingKey(), MAX_DEAD_LETTERS),
            null,
            checkpoints,
            PARALLELISM,
            null);
    ResumeChoice fresh = new ResumeChoice(null, true);
    StartFacts facts = StartCheck.check(plan, gateway, fresh, environment.getConfiguration(), true);
    return GatewayStart.graph(environment, plan, gateway, facts);
  }

  private StreamGraph plain(StreamExecutionEnvironment environment, String source, String output) {
    Hardening.ofStream(checkpoints).applyTo(environment);
    environment.setParallelism(PARALLELISM);
    DataStream<KeyedBytes> records =
        environment
            .fromSource(
                PlainEnds.source(task.bootstrapServers(), source),
                WatermarkStrategy.noWatermarks(),
                "read",
                PlainRecords.TYPE)
            .uid("read");
    if (task.job() == Job.NAIVE) {
      records =
          records
              .map(new NaiveFunction(task.format(), keys))
              .returns(PlainRecords.TYPE)
              .uid("treat");
    }
    records.sinkTo(PlainEnds.sink(task.bootstrapServers(), output)).uid("leave").name("leave");
    return environment.getStreamGraph();
  }
}
