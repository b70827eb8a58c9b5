package dev.weir.metering.usage;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The window of metering: a minute of UTC, by the time of release.
 *
 * @param from inclusive, a whole minute
 */
public record Minute(Instant from) implements Comparable<Minute> {

  /**
   * @throws IllegalArgumentException if {@code from} is within a minute
   */
  public Minute {
    if (!from.equals(from.truncatedTo(ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException("a window starts with a whole minute");
    }
  }

  /** The minute in which something was released. */
  public static Minute of(Instant released) {
    return new Minute(released.truncatedTo(ChronoUnit.MINUTES));
  }

  /** Exclusive. */
  public Instant to() {
    return from.plus(1, ChronoUnit.MINUTES);
  }

  /** The month in which it is charged. */
  public YearMonth month() {
    return YearMonth.from(from.atOffset(ZoneOffset.UTC));
  }

  @Override
  public int compareTo(Minute other) {
    return from.compareTo(other.from);
  }
}
