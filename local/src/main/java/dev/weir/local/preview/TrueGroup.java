package dev.weir.local.preview;

import dev.weir.plan.StatisticsPlan.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that a sample has of one group in one window: nobody is held to bounds, nothing is clamped.
 */
final class TrueGroup {

  private final Set<List<Long>> people = new HashSet<>();
  private final Map<Integer, List<Double>> values = new TreeMap<>();
  private long records;

  /**
   * @param person two numbers
   * @param measured by measure; null where there is no value
   */
  void add(List<Long> person, @Nullable BigDecimal[] measured) {
    records++;
    people.add(person);
    for (int at = 0; at < measured.length; at++) {
      BigDecimal value = measured[at];
      if (value != null) {
        values.computeIfAbsent(at, none -> new ArrayList<>()).add(value.doubleValue());
      }
    }
  }

  /** What a measure would be: one number, or one for each rank or bucket. */
  double[] figure(Figure figure, int at) {
    double[] all =
        values.getOrDefault(at, List.of()).stream().mapToDouble(Double::doubleValue).toArray();
    return switch (figure.kind()) {
      case COUNT -> new double[] {records};
      case COUNT_DISTINCT -> new double[] {people.size()};
      case SUM -> new double[] {Arrays.stream(all).sum()};
      case MEAN -> new double[] {Arrays.stream(all).average().orElse(Double.NaN)};
      case VARIANCE -> new double[] {variance(all)};
      case QUANTILES -> quantiles(all, Objects.requireNonNull(figure.ranks()));
      case HISTOGRAM -> histogram(all, Objects.requireNonNull(figure.edges()));
    };
  }

  private static double variance(double[] all) {
    double mean = Arrays.stream(all).average().orElse(Double.NaN);
    return Arrays.stream(all)
        .map(value -> (value - mean) * (value - mean))
        .average()
        .orElse(Double.NaN);
  }

  private static double[] quantiles(double[] all, List<BigDecimal> ranks) {
    double[] sorted = all.clone();
    Arrays.sort(sorted);
    return ranks.stream()
        .mapToDouble(
            rank ->
                sorted.length == 0
                    ? Double.NaN
                    : sorted[(int) Math.min(sorted.length - 1, rank.doubleValue() * sorted.length)])
        .toArray();
  }

  private static double[] histogram(double[] all, List<BigDecimal> edges) {
    double[] buckets = new double[edges.size() - 1];
    for (double value : all) {
      int bucket = 0;
      while (bucket < buckets.length - 1 && edges.get(bucket + 1).doubleValue() <= value) {
        bucket++;
      }
      buckets[bucket]++;
    }
    return buckets;
  }
}
