package dev.weir.jobs.graph;

import dev.weir.operators.record.OutputRecord;
import dev.weir.plan.EndingPlan;
import java.util.function.UnaryOperator;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Where what leaves goes, behind the meter.
 *
 * @param last what all pass before the sink
 */
public record Ending(
    EndingPlan plan, UnaryOperator<DataStream<OutputRecord>> last, Sink<OutputRecord> sink) {

  /** All that leaves, or all of one kind. */
  void of(DataStream<OutputRecord> metered) {
    last.apply(metered).sinkTo(sink).uid(plan.sink().uid()).name(plan.named("leave"));
  }
}
