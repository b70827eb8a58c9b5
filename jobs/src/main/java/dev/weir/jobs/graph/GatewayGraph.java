package dev.weir.jobs.graph;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.stage.DecodeFunction;
import dev.weir.operators.stage.TreatFunction;
import dev.weir.operators.stage.TreatSettings;
import dev.weir.operators.state.StreamType;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * The graph of a plan: for each product one source, one decode and one treat, and one ending for
 * all that leaves straight. With a single product they are one chain: a record goes through in one
 * thread, uncopied. Random tokens alone need more: see {@link RememberingWay}. What is with a keyed
 * stage before it leaves has an ending of its own, and so ends no chain of others.
 */
public final class GatewayGraph {

  private GatewayGraph() {}

  /**
   * Builds the graph of a run over files: all leaves by one sink.
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
    Ending only = new Ending(plan.endings().get(0), leaving -> leaving, sink);
    return build(environment, hardening, plan, inputs, List.of(only));
  }

  /**
   * As above.
   *
   * @param endings one for all that leaves, or one for each of the plan's
   */
  public static StreamGraph build(
      StreamExecutionEnvironment environment,
      Hardening hardening,
      JobPlan plan,
      Function<ProductPlan, ProductInput> inputs,
      List<Ending> endings) {
    hardening.verify(environment);
    List<DataStream<OutputRecord>> straight = new ArrayList<>();
    List<ProductInput> ends = new ArrayList<>();
    Beside beside = Beside.nothing();
    for (ProductPlan product : plan.products()) {
      ProductInput input = inputs.apply(product);
      ends.add(input);
      straight.add(way(environment, product, input, beside));
    }
    beside.statistics().gather(beside);
    if (!beside.restrained().isEmpty()) {
      TreatSettings settings = ends.get(0).settings();
      beside.aside().add(QuotaStage.of(beside.restrained(), plan, settings, gated(environment)));
    }
    boolean apart = endings.size() > 1;
    if (!apart) {
      straight.addAll(beside.aside());
    }
    leave(straight, plan, ends, endings.get(0));
    if (apart) {
      leave(beside.aside(), plan, ends, endings.get(1));
    }
    StreamGraph graph = environment.getStreamGraph();
    graph.setJobName("weir " + plan.gateway());
    return graph;
  }

  private static void leave(
      List<DataStream<OutputRecord>> streams,
      JobPlan plan,
      List<ProductInput> inputs,
      Ending ending) {
    DataStream<OutputRecord> all =
        streams.stream()
            .reduce(DataStream::union)
            .orElseThrow(() -> new IllegalArgumentException("nothing leaves by an ending"));
    ending.of(MeterStage.of(all, plan, inputs, ending.plan()));
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
    CohortWay.gather(treated, product, input, gated, beside);
    return treated;
  }
}
