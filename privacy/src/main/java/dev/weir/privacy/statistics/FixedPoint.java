package dev.weir.privacy.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as whole multiples of a step: clamped first, then rounded, so that sums are exact and no
 * digit of a floating point number gives anything away (Mironov 2012).
 *
 * @param low the least value after clamping, a multiple of the step
 * @param high the largest, at least {@code low}
 * @param step from 1e-50 to 1e50; neither end has more than 2^40 of it
 */
public record FixedPoint(BigDecimal low, BigDecimal high, BigDecimal step) {

  /** So that squares of sums of it, with noise, are finite numbers. */
  private static final BigDecimal LARGEST = new BigDecimal("1e50");

  private static final BigDecimal LEAST = new BigDecimal("1e-50");
  private static final BigDecimal MOST = BigDecimal.valueOf(1L << 40);

  /** Refuses what makes no sense. */
  public FixedPoint {
    if (step.signum() <= 0 || low.compareTo(high) > 0) {
      throw new IllegalArgumentException("the step must be above 0, and low not above high");
    }
    if (step.compareTo(LEAST) < 0 || step.compareTo(LARGEST) > 0) {
      throw new IllegalArgumentException("a step must be from 1e-50 to 1e50");
    }
    if (!whole(low, step) || !whole(high, step)) {
      throw new IllegalArgumentException(
          "both ends must be multiples of the step, up to 2^40 of it");
    }
  }

  private static boolean whole(BigDecimal end, BigDecimal step) {
    return end.abs().compareTo(step.multiply(MOST)) <= 0 && end.remainder(step).signum() == 0;
  }

  /** How many steps a value has once it is clamped and rounded (half to even). */
  public long steps(BigDecimal value) {
    BigDecimal clamped = value.min(high).max(low);
    if (clamped.abs().compareTo(step.movePointLeft(1)) < 0) {
      return 0; // dividing would take as long as its exponent is large
    }
    return clamped.divide(step, 0, RoundingMode.HALF_EVEN).longValueExact();
  }

  /** The number that so many steps are. */
  public BigDecimal number(long steps) {
    return step.multiply(BigDecimal.valueOf(steps));
  }

  /** The most steps that one value has, on either side of zero; at least 1. */
  public long most() {
    return Math.max(1, Math.max(Math.abs(steps(low)), Math.abs(steps(high))));
  }
}
