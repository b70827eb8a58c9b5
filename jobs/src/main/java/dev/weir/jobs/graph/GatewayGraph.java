package dev.weir.jobs.graph;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.stage.DecodeFunction;
import dev.weir.operators.stage.TreatFunction;
import dev.weir.operators.state.StreamType;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * The graph of a plan: for each product one source, one decode and one treat, and one sink for all.
 * With a single product they are one chain: a record goes through in one thread, uncopied. Random
 * tokens alone need more: see {@link RememberingWay}.
 */
public final class GatewayGraph {

  private GatewayGraph() {}

  /**
   * Builds the graph.
   *
   * @param environment with the options of {@code hardening}, which are verified, and whatever else
   *     the caller needs
   * @throws IllegalStateException if an option differs
   */
  public static StreamGraph build(
      StreamExecutionEnvironment environment,
      Hardening hardening,
      JobPlan plan,
      Function<ProductPlan, ProductInput> inputs,
      Sink<OutputRecord> sink) {
    return build(environment, hardening, plan, inputs, leaving -> leaving, sink);
  }

  /**
   * As above.
   *
   * @param last what all pass before the sink
   */
  public static StreamGraph build(
      StreamExecutionEnvironment environment,
      Hardening hardening,
      JobPlan plan,
      Function<ProductPlan, ProductInput> inputs,
      UnaryOperator<DataStream<OutputRecord>> last,
      Sink<OutputRecord> sink) {
    hardening.verify(environment);
    List<DataStream<OutputRecord>> leaving = new ArrayList<>();
    List<DataStream<OutputRecord>> restrained = new ArrayList<>();
    List<ProductInput> ends = new ArrayList<>();
    StatisticsWay statistics = new StatisticsWay();
    for (ProductPlan product : plan.products()) {
      ProductInput input = inputs.apply(product);
      ends.add(input);
      leaving.add(way(environment, product, input, new Beside(restrained, statistics)));
    }
    leaving.addAll(statistics.leaving(restrained));
    if (!restrained.isEmpty()) {
      leaving.add(QuotaStage.of(restrained, plan, ends.get(0).settings(), gated(environment)));
    }
    last.apply(MeterStage.of(union(leaving), plan, ends))
        .sinkTo(sink)
        .uid(plan.sink().uid())
        .name("leave");
    StreamGraph graph = environment.getStreamGraph();
    graph.setJobName("weir " + plan.gateway());
    return graph;
  }

  private static boolean gated(StreamExecutionEnvironment environment) {
    return environment.getCheckpointConfig().isCheckpointingEnabled();
  }

  private static DataStream<OutputRecord> way(
      StreamExecutionEnvironment environment,
      ProductPlan product,
      ProductInput input,
      Beside beside) {
    String of = " " + product.product() + "." + product.object();
    DataStream<SourceRecord> records =
        environment
            .fromSource(
                input.source(),
                WatermarkStrategy.noWatermarks(),
                "read" + of,
                StreamType.SOURCE_RECORD)
            .uid(product.sourceUid());
    DataStream<Event> events =
        records
            .process(new DecodeFunction(product, input.format()), StreamType.EVENT)
            .uid(product.decodeUid())
            .name("decode" + of);
    if (product.erases()) {
      events = SubjectKeyWay.of(events, product, input, of);
    }
    boolean gated = gated(environment);
    if (product.remembers()) {
      return RememberingWay.of(events, product, input, of, gated, beside);
    }
    TreatFunction treat = new TreatFunction(product, input.format(), input.settings());
    SingleOutputStreamOperator<OutputRecord> treated =
        ControlledWay.of(events, treat, StreamType.OUTPUT_RECORD, input.settings().control())
            .uid(product.treatUid())
            .name("treat" + of);
    beside.gather(treated, treated, product, input);
    return CohortWay.of(treated, treated, product, input, gated, beside.restrained());
  }

  private static DataStream<OutputRecord> union(List<DataStream<OutputRecord>> streams) {
    return streams.stream()
        .reduce(DataStream::union)
        .orElseThrow(() -> new IllegalArgumentException("a plan has at least one product"));
  }
}
