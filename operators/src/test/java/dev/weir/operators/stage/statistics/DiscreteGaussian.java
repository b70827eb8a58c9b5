package dev.weir.operators.stage.statistics;

import java.util.function.LongUnaryOperator;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/** Discrete Gaussian noise as its formula has it, for comparison: e^(-k²/2σ²) for whole k. */
record DiscreteGaussian(double scale) {

  private static final int FAR = 12;
  private static final double BINS_A_SCALE = 3;
  private static final int OUTER_BIN = 9;

  private long far() {
    return (long) Math.ceil(FAR * scale);
  }

  private double weight(long k) {
    return Math.exp(-(k / scale) * (k / scale) / 2);
  }

  /** How far it is from zero on the average. */
  double meanDistance() {
    double all = 0;
    double distances = 0;
    for (long k = -far(); k <= far(); k++) {
      all += weight(k);
      distances += Math.abs(k) * weight(k);
    }
    return distances / all;
  }

  /**
   * Pearson's test of noise that was drawn, in bins of a third of the scale, what is beyond three
   * scales in two of their own.
   *
   * @return the chance with which noise of this scale is as unlike as this, or more
   */
  double likeness(long[] drawn) {
    long width = (long) Math.max(1, Math.floor(scale / BINS_A_SCALE));
    LongUnaryOperator bin =
        k -> Math.max(-OUTER_BIN, Math.min(OUTER_BIN, Math.round((double) k / width)));
    double[] due = new double[2 * OUTER_BIN + 1];
    double all = 0;
    for (long k = -far(); k <= far(); k++) {
      due[(int) bin.applyAsLong(k) + OUTER_BIN] += weight(k);
      all += weight(k);
    }
    int[] seen = new int[due.length];
    for (long k : drawn) {
      seen[(int) bin.applyAsLong(k) + OUTER_BIN]++;
    }
    return likeness(due, all / drawn.length, seen);
  }

  private static double likeness(double[] due, double unit, int[] seen) {
    double sum = 0;
    int bins = 0;
    for (int at = 0; at < due.length; at++) {
      double expected = due[at] / unit;
      if (expected > 0) {
        bins++;
        sum += (seen[at] - expected) * (seen[at] - expected) / expected;
      }
    }
    return 1 - new ChiSquaredDistribution(bins - 1.0).cumulativeProbability(sum);
  }
}
