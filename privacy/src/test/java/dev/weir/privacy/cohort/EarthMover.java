package dev.weir.privacy.cohort;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Earth mover's distance by brute force, and by its dual (Kantorovich and Rubinstein), where the
 * algorithm sums what is carried: of all ways to price the values so that no two differ by more
 * than they are apart, the one by which the two sides differ most.
 */
final class EarthMover {

  private EarthMover() {}

  /**
   * @param some the values of some, each as often as it is there; no value that not {@code all} has
   *     unless there is nothing to be done about it
   * @param ordered whether neighbours are nearer than others
   */
  static double distance(Collection<Long> some, Collection<Long> all, boolean ordered) {
    Set<Long> values = new TreeSet<>(all);
    values.addAll(some);
    double furthest = 0;
    for (List<Double> prices : prices(values.size(), ordered)) {
      double difference = 0;
      int at = 0;
      for (long value : values) {
        difference += prices.get(at++) * (share(value, some) - share(value, all));
      }
      furthest = Math.max(furthest, difference);
    }
    return furthest;
  }

  private static double share(long value, Collection<Long> of) {
    return of.stream().filter(one -> one == value).count() / (double) of.size();
  }

  /** The corners of all that is allowed: each value as far as may be from the one before. */
  private static List<List<Double>> prices(int values, boolean ordered) {
    double step = ordered ? 1.0 / Math.max(1, values - 1) : 1;
    List<List<Double>> corners = new ArrayList<>();
    for (int corner = 0; corner < 1 << values; corner++) {
      List<Double> prices = new ArrayList<>();
      double price = 0;
      for (int value = 0; value < values; value++) {
        boolean up = (corner >> value & 1) == 1;
        price = ordered ? price + (up ? step : -step) : up ? 1 : 0;
        prices.add(price);
      }
      corners.add(prices);
    }
    return corners;
  }
}
