package dev.weir.privacy.totals;

import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.opendp.OpenDp;

/**
 * Quantiles of values in buckets: how many lie in each bucket or below it is a running total over
 * the buckets, so that the noise on a quantile's rank hardly grows with their number.
 */
public final class Quantiles {

  private final Totals totals;

  private Quantiles(Totals totals) {
    this.totals = totals;
  }

  /**
   * Quantiles with the least noise that ρ allows.
   *
   * @param records that one person may add over all groups, at least 1
   * @param buckets of equal width, 1 to 2^20
   */
  public static Quantiles of(Rho rho, int records, int buckets) {
    return new Quantiles(Totals.of(rho, records, buckets));
  }

  /** Noised ranks of every group, ready to be asked: all quantiles of it cost one release. */
  public Ranks[] release(OpenDp library, long[][] counts) {
    double[][] released = totals.releaseWhole(library, counts);
    Ranks[] ranks = new Ranks[released.length];
    for (int group = 0; group < released.length; group++) {
      ranks[group] = Ranks.of(released[group], within());
    }
    return ranks;
  }

  /** Two ranks decide where a quantile lies: both are within this with a probability of 95 %. */
  public double within() {
    return totals.within(totals.steps(), 0.975);
  }
}
