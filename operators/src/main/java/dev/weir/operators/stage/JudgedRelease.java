package dev.weir.operators.stage;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.Rejection;
import dev.weir.plan.ReleasePlan;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.jspecify.annotations.Nullable;

/** A release in one subtask of treat: of records, of cohorts, or of statistics. */
sealed interface JudgedRelease extends AutoCloseable
    permits ReleaseStage, CohortStage, StatisticsStage {

  ReleasePlan plan();

  /** Whether the keys that it treats with are of those versions. */
  boolean treatsWith(String versions);

  /** Counts an event that decode has refused for all releases. */
  void refused(Rejection rejection);

  /**
   * Lets the event on, or withholds it.
   *
   * @return why it must be dead-lettered; null if it need not
   */
  @Nullable Rejection apply(Event event, long now, Outlet out);

  /** What ends the job: a record that a treatment has no answer for. */
  default SuppressRestartsException defect(Event event, RuntimeException unexpected) {
    String where = "treating " + event.source() + " for " + plan().agreement();
    return JobStoppedException.defect(where + "/" + plan().release(), unexpected);
  }
}
