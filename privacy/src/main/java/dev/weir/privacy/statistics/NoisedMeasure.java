package dev.weir.privacy.statistics;

import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.opendp.Noised;
import dev.weir.privacy.opendp.OpenDp;

/**
 * One measure of a window with Gaussian noise: all its groups at once, for one loss of privacy.
 *
 * @param rho what a release costs, whatever the values, and however many groups there are
 * @param sensitivity L2, what one person may change over all groups
 * @param scale of the noise on each value
 */
public record NoisedMeasure(Rho rho, double sensitivity, double scale) {

  /** Refuses noise that costs more than is given for it. */
  public NoisedMeasure {
    if (!(scale >= Scales.LEAST) || Scales.lossAbove(scale, sensitivity) > rho.value()) {
      throw new IllegalArgumentException("the noise is less than its loss of privacy asks for");
    }
  }

  /** The measure with the least noise that the loss allows. */
  public static NoisedMeasure of(Rho rho, double sensitivity) {
    return new NoisedMeasure(rho, sensitivity, Scales.gaussian(rho, sensitivity));
  }

  /**
   * The values with noise, in their order; drawn anew with each call, and each call is a release.
   *
   * @throws dev.weir.privacy.opendp.OpenDpException if the library refuses; nothing was released
   */
  public long[] release(OpenDp library, long[] exact) {
    Noised noised = library.gaussian(exact, scale, sensitivity);
    if (noised.loss() > rho.value()) {
      throw new IllegalStateException("the library tells a larger loss than is charged");
    }
    return noised.values();
  }

  /**
   * A value is within this of the exact one with that probability at least: 0.95 for an interval.
   *
   * @param sum the value is one of so many that are noised apart, added up: variances add up
   */
  public long within(double probability, int sum) {
    return Spread.gaussian(scale * Math.sqrt(sum), probability);
  }
}
