package dev.weir.operators.stage.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Looks for an outcome that one person more makes more likely than (ε, δ) allows: the way of StatDP
 * (Ding, Wang, Wang, Zhang and Kifer 2018) and Delta-Siege. Outcomes are "at least t" and "at most
 * t"; the one that looks worst in half of the samples is judged by the other half, so that having
 * looked at many costs nothing.
 */
final class PrivacySearch {

  /** Of a normal distribution, beyond which one of a billion falls. */
  static final double FALSE_ALARM = 6;

  /** Thresholds are the values at these places of the sorted ones: close together in the tail. */
  private static final int OF = 10_000;

  private static final int[] PLACES =
      IntStream.concat(
              IntStream.rangeClosed(1, 199).map(i -> i * (OF / 200)),
              IntStream.of(9_960, 9_970, 9_980, 9_985, 9_990, 9_993, 9_996, 9_998))
          .toArray();

  private final double factor;
  private final double delta;

  PrivacySearch(double epsilon, double delta) {
    this.factor = Math.exp(epsilon);
    this.delta = delta;
  }

  /**
   * How many standard deviations the worst outcome is beyond what is allowed; above 6 there is a
   * violation, but for a chance below 1e-8 in all four directions together.
   */
  double worst(double[] with, double[] without) {
    double worst = Double.NEGATIVE_INFINITY;
    for (double[][] pair : new double[][][] {{with, without}, {without, with}}) {
      for (int sign : new int[] {1, -1}) {
        worst = Math.max(worst, oneSided(signed(pair[0], sign), signed(pair[1], sign)));
      }
    }
    return worst;
  }

  static boolean violates(double worst) {
    return worst > FALSE_ALARM;
  }

  private static double[] signed(double[] samples, int sign) {
    return Arrays.stream(samples).map(sample -> sign * sample).toArray();
  }

  private double oneSided(double[] one, double[] other) {
    double[] look = sorted(one, 0);
    double[] lookOther = sorted(other, 0);
    double threshold = look[0];
    double most = Double.NEGATIVE_INFINITY;
    for (int place : PLACES) {
      double candidate = look[(int) ((long) look.length * place / OF)];
      double beyond = beyond(share(look, candidate), share(lookOther, candidate), look.length);
      if (beyond > most) {
        most = beyond;
        threshold = candidate;
      }
    }
    double[] judge = sorted(one, 1);
    return beyond(share(judge, threshold), share(sorted(other, 1), threshold), judge.length);
  }

  /** Every second sample. */
  private static double[] sorted(double[] samples, int half) {
    double[] own = new double[samples.length / 2];
    Arrays.setAll(own, i -> samples[2 * i + half]);
    Arrays.sort(own);
    return own;
  }

  /** How many are at least the threshold, of all. */
  private static double share(double[] sorted, double threshold) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < threshold) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (sorted.length - low) / (double) sorted.length;
  }

  private double beyond(double p, double q, int samples) {
    // An outcome that was hardly seen is not taken for one that never happens.
    double least = 10.0 / samples;
    double spread =
        Math.sqrt(
            (Math.max(p, least) * (1 - p) + factor * factor * Math.max(q, least) * (1 - q))
                / samples);
    return (p - factor * q - delta) / spread;
  }
}
