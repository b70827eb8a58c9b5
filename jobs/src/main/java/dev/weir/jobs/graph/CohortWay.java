package dev.weir.jobs.graph;

import dev.weir.operators.cohort.CohortRow;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.stage.CohortOperator;
import dev.weir.operators.stage.CohortRegions;
import dev.weir.operators.stage.TreatSettings;
import dev.weir.operators.state.StreamType;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * After treat, for releases of cohorts: each has a stage of its own, to which its rows go by
 * region, so that one release's state depends on no other's.
 */
final class CohortWay {

  private CohortWay() {}

  /**
   * Gathers what leaves of them, and what a quota may keep back.
   *
   * @param treated gives the rows beside what it lets out
   * @param gated whether there are checkpoints
   */
  static void gather(
      SingleOutputStreamOperator<?> treated,
      ProductPlan product,
      ProductInput input,
      boolean gated,
      Beside beside) {
    for (ReleasePlan release : product.releases()) {
      if (release.cohort() != null) {
        SingleOutputStreamOperator<OutputRecord> formed =
            of(treated, release, release.cohort(), input, gated);
        QuotaStage.gather(formed, List.of(release), beside.restrained());
        beside.aside().add(formed);
      }
    }
  }

  private static SingleOutputStreamOperator<OutputRecord> of(
      SingleOutputStreamOperator<?> treated,
      ReleasePlan release,
      CohortPlan cohort,
      ProductInput input,
      boolean gated) {
    TreatSettings settings = input.settings();
    CohortOperator operator =
        new CohortOperator(
            release,
            input.format(),
            settings.clock(),
            gated,
            settings.commanded(),
            settings.meter());
    return treated
        .getSideOutput(CohortRegions.rows(release))
        .keyBy(CohortRow::region, Types.INT)
        .transform("cohort", StreamType.OUTPUT_RECORD, operator)
        .uid(cohort.uid())
        .name("cohort " + release.agreement() + "." + release.release());
  }
}
