package dev.weir.privacy.statistics;

import org.apache.commons.math3.special.Erf;

/**
 * How far discrete noise of a scale goes; of the mechanism alone, never of the data.
 *
 * <p>Intervals are the smallest {@code [-h, h]} that hold the noise with at least the probability
 * asked for.
 */
public final class Spread {

  /** From here on the discrete Gaussian differs from the continuous one by less than 1e-80. */
  private static final double SMALL = 64;

  private Spread() {}

  /** Half width of the interval of discrete Gaussian noise; {@code probability} in (0, 1). */
  public static long gaussian(double scale, double probability) {
    check(scale, probability);
    if (scale >= SMALL) {
      return (long) Math.ceil(scale * Math.sqrt(2) * Erf.erfInv(probability) - 0.5);
    }
    double all = 1;
    long far = (long) Math.ceil(scale * 40);
    for (long i = 1; i <= far; i++) {
      all += 2 * weight(i, scale);
    }
    double within = 1;
    long half = 0;
    while (within < probability * all) {
      half++;
      within += 2 * weight(half, scale);
    }
    return half;
  }

  private static double weight(long i, double scale) {
    return Math.exp(-(i / scale) * (i / scale) / 2);
  }

  /** Half width of the interval of discrete Laplace noise; {@code probability} in (0, 1). */
  public static long laplace(double scale, double probability) {
    check(scale, probability);
    // P(|X| > h) = 2 q^(h + 1) / (1 + q), with q = e^(-1 / scale).
    double q = Math.exp(-1 / scale);
    double least = -scale * Math.log((1 - probability) * (1 + q) / 2) - 1;
    return Math.max(0, (long) Math.ceil(least));
  }

  private static void check(double scale, double probability) {
    if (!(scale > 0 && scale <= 0x1p55) || !(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException("a scale is above 0, a probability between 0 and 1");
    }
  }
}
