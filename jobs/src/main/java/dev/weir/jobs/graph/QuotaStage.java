package dev.weir.jobs.graph;

import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.stage.QuotaOperator;
import dev.weir.operators.stage.Restrained;
import dev.weir.operators.stage.TreatSettings;
import dev.weir.operators.state.StreamType;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ReleasePlan;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The stage that holds agreements to their quotas: what it may keep back comes to it beside all
 * else, which so never waits for it.
 */
final class QuotaStage {

  private QuotaStage() {}

  /** Adds what a stage lets out of these releases that a quota may keep back. */
  static void gather(
      SingleOutputStreamOperator<?> stage,
      List<ReleasePlan> releases,
      List<DataStream<OutputRecord>> restrained) {
    if (releases.stream().anyMatch(ReleasePlan::restrained)) {
      restrained.add(stage.getSideOutput(Restrained.RECORDS));
    }
  }

  /**
   * What leaves, and what is told of it.
   *
   * @param restrained of all products
   * @param live whether quotas count by the clock, and hold
   */
  static DataStream<OutputRecord> of(
      List<DataStream<OutputRecord>> restrained,
      JobPlan plan,
      TreatSettings settings,
      boolean live) {
    QuotaOperator operator =
        new QuotaOperator(plan, settings.clock(), live, settings.commanded(), settings.meter());
    return restrained.stream()
        .reduce(DataStream::union)
        .orElseThrow(() -> new IllegalArgumentException("nothing is restrained"))
        .keyBy(Restrained::agreement, Types.STRING)
        .transform("quota", StreamType.OUTPUT_RECORD, operator)
        .uid(plan.sink().quotaUid())
        .name("quota");
  }
}
