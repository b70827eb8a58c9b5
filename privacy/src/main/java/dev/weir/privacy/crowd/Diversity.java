package dev.weir.privacy.crowd;

/**
 * l-diversity of one sensitive field (Machanavajjhala et al. 2007): l distinct values, or an
 * entropy of at least log l. A missing value is none: it makes no crowd more diverse.
 *
 * @param field its number among the sensitive fields
 * @param l at least 1
 * @param entropy whether entropy is asked for, which a frequent value lowers
 */
public record Diversity(int field, double l, boolean entropy) {

  static final double ROUNDING = 1e-9; // an exp of a sum of logs

  public Diversity {
    if (!(l >= 1)) {
      throw new IllegalArgumentException("l is at least 1");
    }
  }

  boolean holds(Crowd crowd) {
    return reached(crowd.histogram(field)) >= l - ROUNDING;
  }

  private double reached(Histogram histogram) {
    return entropy ? histogram.effectivePresent() : histogram.present();
  }

  /** How many values are missing at least. */
  int missing(Crowd crowd) {
    return Math.max(0, (int) Math.ceil(l - ROUNDING) - crowd.histogram(field).present());
  }

  /** Whether the second crowd is nearer to the goal than the first. */
  boolean isNearer(Crowd before, Crowd after) {
    return reached(after.histogram(field)) > reached(before.histogram(field));
  }
}
