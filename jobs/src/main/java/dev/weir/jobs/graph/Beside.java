package dev.weir.jobs.graph;

import dev.weir.operators.record.OutputRecord;
import dev.weir.plan.ProductPlan;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * What comes out of products' ways beside what leaves straight, and goes on together with that of
 * others.
 *
 * @param restrained takes what a quota may keep back
 * @param statistics counts
 * @param aside takes what leaves of stages that are keyed
 */
record Beside(
    List<DataStream<OutputRecord>> restrained,
    StatisticsWay statistics,
    List<DataStream<OutputRecord>> aside) {

  static Beside nothing() {
    return new Beside(new ArrayList<>(), new StatisticsWay(), new ArrayList<>());
  }

  /**
   * @param treated gives what is to be counted
   * @param whole gives records that nothing lacks any more
   */
  void gather(
      SingleOutputStreamOperator<?> treated,
      SingleOutputStreamOperator<?> whole,
      ProductPlan product,
      ProductInput input) {
    statistics.add(treated, product, input);
    QuotaStage.gather(whole, product.releases(), restrained);
  }
}
