package dev.weir.privacy.statistics;

import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.opendp.Discovered;
import dev.weir.privacy.opendp.Discovery;
import dev.weir.privacy.opendp.OpenDp;
import org.apache.commons.math3.special.Erf;

/**
 * Which groups exist, told by Gaussian noise on how many people each has, and a threshold (Wilkins,
 * Kifer, Zhang and Karrer 2024, and OpenDP's `make_gaussian_threshold`). Each look costs ρ and δ,
 * also in a window without groups.
 *
 * @param rho what a look costs
 * @param delta the chance with which a look may give away one person who is alone in a group
 * @param groups that one person may be in
 * @param scale of the noise
 * @param threshold groups whose noised number of people is at least this are told
 */
public record GroupDiscovery(Rho rho, double delta, int groups, double scale, long threshold) {

  /** The library's tail comes from a function of 24 bits. */
  private static final double SLACK = 1 + 1e-6;

  private static final double LEAST_DELTA = 1e-30;

  /** The least noise and the lowest threshold that ρ and δ allow; δ from 1e-30 to 0.5. */
  public static GroupDiscovery of(Rho rho, double delta, int groups) {
    if (!(delta >= LEAST_DELTA && delta <= 0.5)) {
      throw new IllegalArgumentException("delta of a threshold must be from 1e-30 to 0.5");
    }
    double scale = Scales.gaussian(rho, norm(groups));
    return new GroupDiscovery(rho, delta, groups, scale, threshold(scale, delta, groups));
  }

  private static double norm(int groups) {
    return new Contribution(groups, groups).ofPeople();
  }

  /** By bisection: the chance falls as the threshold rises. */
  private static long threshold(double scale, double delta, int groups) {
    long low = 2;
    long high = 3 + (long) Math.ceil(scale * 60);
    while (low + 1 < high) {
      long middle = low + (high - low) / 2;
      if (chance(scale, middle, groups) <= delta) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /**
   * That any group of one person alone is told. Discrete noise is at least m no more often than
   * continuous noise at least m - 1 (Canonne, Kamath and Steinke 2020, proposition 25); here m is
   * the threshold less the person.
   */
  private static double chance(double scale, long threshold, int groups) {
    return groups * SLACK * Erf.erfc((threshold - 2) / scale / Math.sqrt(2)) / 2;
  }

  /**
   * A look: groups by numbers of the caller's, each with how many people it has.
   *
   * @throws dev.weir.privacy.opendp.OpenDpException if the library refuses; nothing was told
   */
  public Discovered look(OpenDp library, long[] keys, long[] people) {
    Discovery by = new Discovery(scale, threshold, groups, norm(groups), 1);
    Discovered found = library.gaussianThreshold(keys, people, by);
    // Close to 1 the library counts chances in steps of 2^-53, for each group.
    double rounding = groups * 0x1p-50;
    if (found.loss() > rho.value() || found.delta() > delta * SLACK + rounding) {
      throw new IllegalStateException("the library tells a larger loss than is charged");
    }
    return found;
  }
}
