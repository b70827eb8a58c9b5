package dev.weir.jobs.graph;

import dev.weir.operators.record.OutputRecord;
import dev.weir.plan.ProductPlan;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * What comes out of products' ways beside what leaves, and goes on together with that of others.
 *
 * @param restrained takes what a quota may keep back
 * @param statistics counts
 */
record Beside(List<DataStream<OutputRecord>> restrained, StatisticsWay statistics) {

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
