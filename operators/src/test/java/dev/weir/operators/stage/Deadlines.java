package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.plan.ReleasePlan;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * I4: by when each row must have left, if it ever does: once the stage knows of a complete
 * checkpoint whose barrier came when the row's time was up, or later; and by the next tick then,
 * where there is a pace.
 */
final class Deadlines {

  private final long pace;
  private final Map<Long, Long> arrivals = new HashMap<>();
  private final Map<Long, Long> deadlines = new HashMap<>();

  Deadlines(ReleasePlan release) {
    String ticks = Objects.requireNonNull(release.cohort()).pace();
    this.pace = ticks == null ? 0 : Duration.parse(ticks).toMillis();
  }

  /** For the first time, or once more in another life. */
  void arrives(long event, long now) {
    arrivals.put(event, now);
    deadlines.remove(event);
  }

  /** Rows may leave in it that have left in a life before. */
  void lifeBegins() {
    deadlines.clear();
  }

  /**
   * The stage knows of a checkpoint, or begins with it.
   *
   * @param barrier when its barrier came
   * @param read what had arrived by then
   */
  void knowsOf(long barrier, int read, long now) {
    arrivals.forEach(
        (event, arrival) -> {
          if (event < read && arrival + CohortHarness.HOLD <= barrier) {
            deadlines.putIfAbsent(event, now + pace);
          }
        });
  }

  /**
   * A row has left.
   *
   * @param after it had not left by then
   * @param until it has by then, as one step of the clock may be long
   */
  void leaves(long event, long after, long until) {
    long deadline = deadlines.getOrDefault(event, Long.MAX_VALUE);
    assertThat(until <= deadline || after < deadline).as("I4: row %s in time", event).isTrue();
  }
}
