package dev.weir.privacy.cohort;

import dev.weir.privacy.generalize.Box;
import dev.weir.privacy.generalize.Space;
import java.util.List;

/** The smallest box of the public grid around some people. */
final class Around {

  private Around() {}

  /** At least one person, all with the same values missing. */
  static Box box(Space space, List<Newcomer> people) {
    long[] low = people.get(0).point().toArray();
    long[] high = low.clone();
    for (Newcomer newcomer : people) {
      for (int axis = 0; axis < low.length; axis++) {
        low[axis] = Math.min(low[axis], newcomer.point().get(axis));
        high[axis] = Math.max(high[axis], newcomer.point().get(axis));
      }
    }
    return space.box(low, high);
  }
}
