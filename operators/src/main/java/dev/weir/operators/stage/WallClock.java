package dev.weir.operators.stage;

import java.io.Serializable;
import java.time.Instant;

/** The clock that releases are judged and stamped by. */
@FunctionalInterface
public interface WallClock extends Serializable {

  /** Now, in ms since the epoch. */
  long millis();

  /** The machine's own. */
  static WallClock system() {
    return System::currentTimeMillis;
  }

  /** A clock that stood at {@code start} when it was made, and goes on from there. */
  static WallClock startingAt(Instant start) {
    long ahead = start.toEpochMilli() - System.currentTimeMillis();
    return () -> System.currentTimeMillis() + ahead;
  }
}
