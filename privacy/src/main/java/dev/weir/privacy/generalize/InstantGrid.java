package dev.weir.privacy.generalize;

import java.time.Duration;
import java.time.Instant;

/**
 * Instants in cells of a duration, origin 1970-01-01T00:00:00Z; a cell holds its beginning and not
 * its end.
 *
 * @param step at least one millisecond
 */
public record InstantGrid(Duration step, Span span) implements Grid {

  public InstantGrid {
    if (step.toMillis() < 1) {
      throw new IllegalArgumentException("A step is at least one millisecond");
    }
  }

  /** The cell of an instant, in ms since the origin. */
  public long cell(long millis) {
    return Math.floorDiv(millis, step.toMillis());
  }

  @Override
  public Shown shown(long from, long to) {
    return new Shown.Instants(start(from), start(to + 1));
  }

  private Instant start(long cell) {
    return Instant.ofEpochMilli(cell * step.toMillis());
  }
}
