package dev.weir.operators.stage;

import dev.weir.operators.state.StreamType;
import dev.weir.operators.statistics.StatisticsRow;
import dev.weir.plan.ReleasePlan;
import org.apache.flink.util.OutputTag;

/** Where what is to be counted goes. */
public final class StatisticsRows {

  private StatisticsRows() {}

  /** The rows of a release, beside what leaves treat. */
  public static OutputTag<StatisticsRow> of(ReleasePlan release) {
    return new OutputTag<>("counted for " + release.topic(), StreamType.STATISTICS_ROW);
  }
}
