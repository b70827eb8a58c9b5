package dev.weir.privacy.budget;

/**
 * (ε, δ) differential privacy: with one person more or less no outcome is more than e^ε times as
 * likely, but for a probability of δ.
 *
 * @param epsilon above 0, at most 1,000,000
 * @param delta at least 1e-300, below 1
 */
public record EpsilonDelta(double epsilon, double delta) {

  static final double MOST_EPSILON = 1e6;
  static final double LEAST_DELTA = 1e-300;

  /** Refuses what is outside the ranges, NaN too. */
  public EpsilonDelta {
    if (!(epsilon > 0 && epsilon <= MOST_EPSILON)) {
      throw new IllegalArgumentException("epsilon must be above 0 and at most 1,000,000");
    }
    if (!(delta >= LEAST_DELTA && delta < 1)) {
      throw new IllegalArgumentException("delta must be at least 1e-300 and below 1");
    }
  }
}
