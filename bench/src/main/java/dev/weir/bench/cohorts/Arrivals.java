package dev.weir.bench.cohorts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Who comes at which tick: everybody once in the file's order, or several times in a shuffled one.
 */
final class Arrivals {

  private static final long SEED = 7;

  private Arrivals() {}

  static List<Integer> of(int people, int appearances) {
    List<Integer> order = new ArrayList<>(people * appearances);
    for (int person = 0; person < people; person++) {
      for (int n = 0; n < appearances; n++) {
        order.add(person);
      }
    }
    if (appearances > 1) {
      Collections.shuffle(order, new Random(SEED));
    }
    return order;
  }
}
