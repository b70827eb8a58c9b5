package dev.weir.operators.stage;

import dev.weir.operators.cohort.CohortRow;
import dev.weir.operators.state.StreamType;
import dev.weir.plan.ReleasePlan;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.util.OutputTag;

/** Where the rows of a release of cohorts go. */
public final class CohortRegions {

  private CohortRegions() {}

  /**
   * The one region of a release, which is for ever: checkpoints find its state by it. Spread by
   * name, so that the regions of several releases are worked on by several subtasks.
   */
  static int only(ReleasePlan release) {
    return (release.agreement() + "/" + release.release()).hashCode();
  }

  /** The rows of a release, beside what leaves treat. */
  public static OutputTag<CohortRow> rows(ReleasePlan release) {
    return new OutputTag<>("rows of " + release.topic(), StreamType.COHORT_ROW);
  }

  /** The regions of an operator's subtask that have that state. */
  static List<Integer> with(AbstractStreamOperator<?> operator, String state) {
    try (Stream<Integer> regions =
        operator.<Integer>getKeyedStateBackend().getKeys(state, VoidNamespace.INSTANCE)) {
      return regions.distinct().toList();
    }
  }
}
