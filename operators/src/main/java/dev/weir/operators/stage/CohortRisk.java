package dev.weir.operators.stage;

import dev.weir.operators.metrics.RiskAlerts;
import dev.weir.operators.state.ClassIdSerializer;
import dev.weir.privacy.cohort.Row;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.risk.ClassId;
import dev.weir.privacy.risk.RunningSizes;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The running risk of a release: how many distinct people each class has, of rows that may still be
 * with the partner. In the state are digests of classes and of people, each until its last row has
 * expired; in memory is only how many classes there are of each size. The current key is the region
 * whenever it is called; all regions of the subtask are measured together.
 */
final class CohortRisk implements ReleasedPeople {

  /** When a person's last row in a class expires, in ms; a map for each person. */
  static final MapStateDescriptor<ClassId, Long> EXPIRES =
      new MapStateDescriptor<>(
          "cohort-risk-expires", ClassIdSerializer.INSTANCE, LongSerializer.INSTANCE);

  /** How many people each class has. */
  static final MapStateDescriptor<ClassId, Integer> PEOPLE =
      new MapStateDescriptor<>(
          "cohort-risk-people", ClassIdSerializer.INSTANCE, IntSerializer.INSTANCE);

  /** So many writes are enough for a person who comes all the time. */
  private static final int TICKS = 64;

  private final RunningSizes sizes = new RunningSizes();
  private final State state;
  private final @Nullable RiskAlerts alerts;
  private final long retention;

  /** Where it is kept. */
  interface State {
    RuntimeContext context();

    MapState<ClassId, Long> expires(Subject subject) throws Exception;

    void callAt(Subject subject, long time);

    /** No longer: a call that waits holds the person. */
    void callOff(Subject subject, long time);
  }

  /**
   * @param alerts null: the agreement asks for none, and what a former version has measured is only
   *     kept until it expires
   * @param retention of rows, in ms
   */
  CohortRisk(State state, @Nullable RiskAlerts alerts, long retention) {
    this.state = state;
    this.alerts = alerts;
    this.retention = retention;
  }

  /** Counts what the current region's state holds. */
  void restore() throws Exception {
    for (int of : people().values()) {
      sizes.changed(0, of);
    }
  }

  private MapState<ClassId, Integer> people() {
    return state.context().getMapState(PEOPLE);
  }

  @Override
  public void released(Row row, ClassId shown, long now) throws Exception {
    if (alerts != null) {
      count(row.subject(), shown, now);
    }
  }

  private void count(Subject subject, ClassId shown, long now) throws Exception {
    MapState<ClassId, Long> expires = state.expires(subject);
    Long before = expires.get(shown);
    long end = end(now);
    if (before == null) {
      change(shown, 1);
    }
    if (before == null || before < end) {
      expires.put(shown, end);
      state.callAt(subject, end);
      callOff(subject, before);
    }
  }

  /** A person is called for at the times in their map, and at no other. */
  private void callOff(Subject subject, @Nullable Long time) throws Exception {
    if (time == null) {
      return;
    }
    for (long other : state.expires(subject).values()) {
      if (other == time) {
        return;
      }
    }
    state.callOff(subject, time);
  }

  /** Never before the retention has passed, and at few times, so that crowds go together. */
  private long end(long now) {
    long tick = Math.max(1, retention / TICKS);
    return (Math.floorDiv(now, tick) + 1) * tick + retention;
  }

  private void change(ClassId shown, int by) throws Exception {
    Integer there = people().get(shown);
    int before = there == null ? 0 : there;
    if (before + by > 0) {
      people().put(shown, before + by);
    } else {
      people().remove(shown);
    }
    sizes.changed(before, before + by);
  }

  /** A person's time may be up. Where a former build called, it may not, and is called for anew. */
  void expire(Subject subject, long now) throws Exception {
    forget(subject, now);
    for (long end : state.expires(subject).values()) {
      state.callAt(subject, end);
    }
  }

  @Override
  public void forget(Subject subject) throws Exception {
    forget(subject, Long.MAX_VALUE);
  }

  private void forget(Subject subject, long now) throws Exception {
    MapState<ClassId, Long> expires = state.expires(subject);
    Map<ClassId, Long> gone = new HashMap<>();
    for (Map.Entry<ClassId, Long> one : expires.entries()) {
      if (one.getValue() <= now) {
        gone.put(one.getKey(), one.getValue());
      }
    }
    for (Map.Entry<ClassId, Long> shown : gone.entrySet()) {
      expires.remove(shown.getKey());
      callOff(subject, shown.getValue());
      change(shown.getKey(), -1);
    }
  }

  @Override
  public void measure() {
    if (alerts != null) {
      alerts.measured(sizes);
    }
  }
}
