package dev.weir.bench.e2e;

import java.util.Arrays;
import java.util.Locale;

/**
 * Ratios of pairs that were measured one after the other: their median, and an interval that holds
 * the true one with 95 % whatever they are distributed like, by the order of the values (the sign
 * test's).
 *
 * @param low lower end, and {@code high} the upper one
 */
public record Pairs(int number, double median, double low, double high) {

  private static final double OUTSIDE = 0.025;

  public static Pairs of(double[] ratios) {
    double[] sorted = ratios.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    int rank = rank(n);
    double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    return new Pairs(n, median, sorted[rank - 1], sorted[n - rank]);
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
    return String.format(Locale.ROOT, "%.3f (%.3f..%.3f, %d pairs)", median, low, high, number);
  }
}
