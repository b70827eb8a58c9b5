package dev.weir.privacy.measure;

import dev.weir.privacy.statistics.Contribution;
import dev.weir.privacy.statistics.FixedPoint;
import java.math.BigDecimal;

/**
 * Values as distances from the middle of their clamp, in steps: one person then moves a sum of them
 * half as far as a sum of values between 0 and the clamp's end.
 *
 * @param middle in steps
 * @param most the largest distance, at least 1
 */
record Centered(FixedPoint values, long middle, long most) {

  static Centered of(FixedPoint values) {
    long low = values.steps(values.low());
    long high = values.steps(values.high());
    long middle = Math.floorDiv(low + high, 2);
    return new Centered(values, middle, Math.max(1, Math.max(high - middle, middle - low)));
  }

  /** How far a value is from the middle, once it is clamped and rounded. */
  long code(BigDecimal value) {
    return values.steps(value) - middle;
  }

  /** Of sums of distances. */
  double sensitivity(Contribution bounds) {
    return Math.multiplyExact((long) bounds.records(), most);
  }

  /** A distance from the middle as a value. */
  Estimate value(Estimate distance) {
    double step = values.step().doubleValue();
    double low = values.low().doubleValue();
    double high = values.high().doubleValue();
    return new Estimate(
            (middle + distance.value()) * step,
            (middle + distance.low()) * step,
            (middle + distance.high()) * step)
        .clamped(low, high);
  }
}
