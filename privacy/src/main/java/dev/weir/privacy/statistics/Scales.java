package dev.weir.privacy.statistics;

import dev.weir.privacy.budget.Rho;

/**
 * How much noise a loss of privacy asks for. Rounded up: what the noise costs is never above what
 * was given for it. Never below 0.25, where most draws would be zero.
 */
public final class Scales {

  /** The least that the library takes, and the most. */
  static final double LEAST = 0.25;

  private static final double MOST = 0x1p55;

  private Scales() {}

  /**
   * Scale of Gaussian noise on values of that L2 sensitivity, at most 2^53: sensitivity / √(2ρ)
   * (Canonne, Kamath and Steinke 2020, theorem 4).
   */
  public static double gaussian(Rho rho, double sensitivity) {
    check(rho.value(), sensitivity);
    double scale = Math.max(LEAST, sensitivity / Math.sqrt(2 * rho.value()));
    while (scale <= MOST && lossAbove(scale, sensitivity) > rho.value()) {
      scale = Math.nextUp(scale);
    }
    return checked(scale);
  }

  /** ρ of Gaussian noise, rounded up further than the library rounds. */
  static double lossAbove(double scale, double sensitivity) {
    double ratio = Math.nextUp(Math.nextUp(sensitivity / scale));
    return Math.nextUp(Math.nextUp(ratio * ratio) / 2);
  }

  /** Scale of Laplace noise on values of that L1 sensitivity, at most 2^53: sensitivity / ε. */
  public static double laplace(double epsilon, double sensitivity) {
    check(epsilon, sensitivity);
    double scale = Math.max(LEAST, sensitivity / epsilon);
    while (scale <= MOST && Math.nextUp(Math.nextUp(sensitivity / scale)) > epsilon) {
      scale = Math.nextUp(scale);
    }
    return checked(scale);
  }

  private static double checked(double scale) {
    if (scale > MOST) {
      throw new IllegalArgumentException("the budget is too small: its noise exceeds 64 bits");
    }
    return scale;
  }

  private static void check(double loss, double sensitivity) {
    if (!(loss > 0 && Double.isFinite(loss))) {
      throw new IllegalArgumentException("a release needs a loss above 0, and finite");
    }
    if (!(sensitivity > 0 && sensitivity <= 0x1p53)) {
      throw new IllegalArgumentException("a sensitivity must be above 0 and at most 2^53");
    }
  }
}
