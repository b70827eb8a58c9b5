package dev.weir.privacy.budget;

/**
 * Between ρ and (ε, δ): Canonne, Kamath and Steinke 2020, corollary 13, whose bound holds for every
 * order α above 1; the best order is looked for, and whichever is found the bound holds.
 */
public final class Conversion {

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /** Of α - 1. */
  private static final double LEAST_LOG_ORDER = -25;

  private static final double MOST_LOG_ORDER = 60;
  private static final int STEPS = 120;

  /** Above all that rounding in a term of the bound may lose. */
  private static final double SLACK = 1e-12;

  private static final double MOST_RHO = EpsilonDelta.MOST_EPSILON;

  private Conversion() {}

  /** ε at δ of what costs ρ; never too small. 0 of nothing. */
  public static double epsilon(Rho rho, double delta) {
    if (!(delta >= EpsilonDelta.LEAST_DELTA && delta < 1)) {
      throw new IllegalArgumentException("delta must be at least 1e-300 and below 1");
    }
    return rho.value() == 0 ? 0 : Math.max(0, least(rho.value(), -Math.log(delta)));
  }

  /** The most that may be spent where (ε, δ) is promised; never too large. */
  public static Rho rho(EpsilonDelta promised) {
    double low = 0;
    double high = MOST_RHO;
    while (Math.nextUp(low) < high) {
      double middle = low + (high - low) / 2;
      if (epsilon(new Rho(middle), promised.delta()) <= promised.epsilon()) {
        low = middle;
      } else {
        high = middle;
      }
      if (high - low <= low * SLACK) {
        break;
      }
    }
    return new Rho(low);
  }

  /** Golden section over the logarithm of the order, less 1. */
  private static double least(double rho, double logInverseDelta) {
    double low = LEAST_LOG_ORDER;
    double high = MOST_LOG_ORDER;
    double best = Double.POSITIVE_INFINITY;
    for (int step = 0; step < STEPS; step++) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      double atLeft = bound(rho, logInverseDelta, left);
      double atRight = bound(rho, logInverseDelta, right);
      best = Math.min(best, Math.min(atLeft, atRight));
      if (atLeft <= atRight) {
        high = right;
      } else {
        low = left;
      }
    }
    return best;
  }

  /** α ρ + (log(1/δ) - log α) / (α - 1) + log(1 - 1/α), for α = 1 + e^{logOrder}, rounded up. */
  private static double bound(double rho, double logInverseDelta, double logOrder) {
    double less = Math.exp(logOrder);
    double logAlpha = Math.log1p(less);
    double cost = rho * (1 + less);
    double chance = (logInverseDelta - logAlpha) / less;
    double gain = logOrder - logAlpha;
    double lost = cost + (logInverseDelta + logAlpha) / less + Math.abs(logOrder) + logAlpha;
    return Math.nextUp(cost + chance + gain + SLACK * lost);
  }
}
