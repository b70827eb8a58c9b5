package dev.weir.operators.stage;

import dev.weir.operators.metrics.RiskAlerts;
import dev.weir.operators.state.CohortSubjectSerializer;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.risk.ClassId;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.jspecify.annotations.Nullable;

/** The state of a {@link CohortRisk}, and the clock by which it forgets whose rows have expired. */
final class CohortExpiry implements Triggerable<Integer, Subject>, CohortRisk.State {

  private final AbstractStreamOperator<?> operator;
  private final ExpiresOf expiresOf;
  private final InternalTimerService<Subject> timers;
  private final CohortRisk risk;
  private boolean measuring;

  /** The map of one person. */
  interface ExpiresOf {
    MapState<ClassId, Long> of(Subject subject) throws Exception;
  }

  private CohortExpiry(
      AbstractStreamOperator<?> operator,
      ExpiresOf expiresOf,
      @Nullable RiskAlerts alerts,
      long retention) {
    this.operator = operator;
    this.expiresOf = expiresOf;
    this.risk = new CohortRisk(this, alerts, retention);
    this.timers = operator.getInternalTimerService("risk", CohortSubjectSerializer.INSTANCE, this);
  }

  /**
   * A release's risk, as it was left.
   *
   * @param operator that it is measured in, while it opens
   * @param alerts null: the agreement sets no bound
   * @param retention of rows, in ms
   */
  static CohortRisk open(
      AbstractStreamOperator<?> operator,
      ExpiresOf expiresOf,
      @Nullable RiskAlerts alerts,
      long retention)
      throws Exception {
    CohortRisk risk = new CohortExpiry(operator, expiresOf, alerts, retention).risk;
    for (int region : CohortRegions.with(operator, CohortRisk.PEOPLE.getName())) {
      operator.setCurrentKey(region);
      risk.restore();
    }
    risk.measure();
    return risk;
  }

  @Override
  public RuntimeContext context() {
    return operator.getRuntimeContext();
  }

  @Override
  public MapState<ClassId, Long> expires(Subject subject) throws Exception {
    return expiresOf.of(subject);
  }

  @Override
  public void callAt(Subject subject, long time) {
    timers.registerProcessingTimeTimer(subject, time);
  }

  @Override
  public void callOff(Subject subject, long time) {
    timers.deleteProcessingTimeTimer(subject, time);
  }

  @Override
  public void onProcessingTime(InternalTimer<Integer, Subject> timer) throws Exception {
    risk.expire(timer.getNamespace(), timer.getTimestamp());
    if (!measuring) {
      measuring = true;
      ProcessingTimeService clock = operator.getProcessingTimeService();
      clock.registerTimer(clock.getCurrentProcessingTime(), at -> measure());
    }
  }

  /** Once all whose time is up are gone: a crowd goes as one. */
  private void measure() {
    measuring = false;
    risk.measure();
  }

  /** There are none: rows expire by the clock. */
  @Override
  public void onEventTime(InternalTimer<Integer, Subject> timer) {}
}
