package dev.weir.bench.e2e;

import java.util.Arrays;
import java.util.Locale;

/**
 * Ratios of pairs that were measured one after the other: their median, with an interval that holds
 * the true one with 95 % whatever they are distributed like, by the order of the values (the sign
 * test's); and their geometric mean, with the narrower one that holds if it is distributed like a
 * normal one's, as that of dozens is.
 */
public record Pairs(int number, Interval median, Interval mean) {

  /**
   * @param low lower end, and {@code high} the upper one
   */
  public record Interval(double middle, double low, double high) {

    String text() {
      return String.format(Locale.ROOT, "%.3f (%.3f..%.3f)", middle, low, high);
    }
  }

  private static final double OUTSIDE = 0.025;

  /** Of a standard normal's distribution the point that as much is above. */
  private static final double NORMAL = 1.96;

  public static Pairs of(double[] ratios) {
    return new Pairs(ratios.length, median(ratios), mean(ratios));
  }

  private static Interval median(double[] ratios) {
    double[] sorted = ratios.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    int rank = rank(n);
    double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    return new Interval(median, sorted[rank - 1], sorted[n - rank]);
  }

  private static Interval mean(double[] ratios) {
    int n = ratios.length;
    double mean = Arrays.stream(ratios).map(Math::log).sum() / n;
    double squares = Arrays.stream(ratios).map(r -> Math.pow(Math.log(r) - mean, 2)).sum();
    double error = NORMAL * Math.sqrt(squares / (n - 1) / n);
    return new Interval(Math.exp(mean), Math.exp(mean - error), Math.exp(mean + error));
  }

  /** The greatest whose binomial tail is at most 2.5 %; the first where the pairs are too few. */
  private static int rank(int n) {
    double chance = Math.pow(0.5, n);
    double tail = chance;
    int rank = 0;
    while (tail <= OUTSIDE) {
      rank++;
      chance = chance * (n - rank + 1) / rank;
      tail += chance;
    }
    return Math.max(1, rank);
  }

  public String text() {
    return median.text() + ", mean " + mean.text() + ", " + number + " pairs";
  }
}
