package dev.weir.jobs.graph;

import dev.weir.operators.rating.DueMonths;
import dev.weir.operators.rating.RatingOperator;
import dev.weir.operators.rating.RatingSettings;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.UsageItem;
import dev.weir.operators.state.StreamType;
import dev.weir.plan.SinkPlan;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** The graph of a gateway's rating: usage in, charges out, two stages between them. */
public final class RatingGraph {

  private RatingGraph() {}

  /**
   * Builds the graph.
   *
   * @param plan of the charges' sink; names the states
   * @param last what all pass before the sink
   * @throws IllegalStateException if an option of {@code hardening} differs
   */
  public static StreamGraph build(
      StreamExecutionEnvironment environment,
      Hardening hardening,
      String gateway,
      SinkPlan plan,
      RatingSettings settings,
      Source<UsageItem, ?, ?> usage,
      UnaryOperator<DataStream<OutputRecord>> last,
      Sink<OutputRecord> sink) {
    hardening.verify(environment);
    DataStream<OutputRecord> charges =
        environment
            .fromSource(
                usage, WatermarkStrategy.noWatermarks(), "read usage", StreamType.USAGE_ITEM)
            .uid(plan.uid() + "/source")
            .keyBy(DueMonths::agreement, Types.STRING)
            .transform("months due", StreamType.USAGE_ITEM, new DueMonths(settings))
            .uid(plan.uid() + "/months")
            .name("months due")
            .keyBy(UsageItem::month, Types.STRING)
            .transform("rate", StreamType.OUTPUT_RECORD, new RatingOperator(settings))
            .uid(plan.meterUid())
            .name("rate");
    last.apply(charges).sinkTo(sink).uid(plan.uid()).name("charge");
    StreamGraph graph = environment.getStreamGraph();
    graph.setJobName("weir " + gateway + " rating");
    return graph;
  }
}
