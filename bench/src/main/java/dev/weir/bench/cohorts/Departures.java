package dev.weir.bench.cohorts;

import dev.weir.privacy.generalize.Box;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has left, in order. */
final class Departures {

  /**
   * @param row the tick of its arrival
   * @param box null if it was suppressed
   * @param token what the reader knows the person by; null if it was suppressed
   */
  record Departure(int row, int person, int tick, @Nullable Box box, @Nullable Object token) {

    int delay() {
      return tick - row;
    }
  }

  private final List<Departure> all = new ArrayList<>();

  void release(int row, int person, int tick, Box box, Object token) {
    all.add(new Departure(row, person, tick, box, token));
  }

  void suppress(int row, int person, int tick) {
    all.add(new Departure(row, person, tick, null, null));
  }

  List<Departure> all() {
    return all;
  }
}
