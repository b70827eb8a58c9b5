package dev.weir.privacy.measure;

/**
 * How far a measure will be off, of the noise alone.
 *
 * @param within half of the interval of 95 %, of one number in one group
 * @param of what that is of: {@code records}, {@code people}, {@code sum}, {@code rank}, or for a
 *     quotient {@code sum and records}, whose interval depends on how many records there are
 * @param records for a quotient: half of the interval of the number of records; else 0
 */
public record Expected(String measure, String of, double within, double records) {

  static Expected of(Terms.Shared shared, double[] within) {
    String name = shared.name();
    Measure measure = shared.measure();
    if (measure instanceof Sum sum) {
      return new Expected(name, "sum", within[0] * sum.values().step().doubleValue(), 0);
    } else if (measure instanceof Mean mean) {
      return quotient(name, within, mean.values().step().doubleValue());
    } else if (measure instanceof Variance variance) {
      return quotient(name, within, variance.values().step().doubleValue());
    } else if (measure instanceof Quantile) {
      return new Expected(name, "rank", within[0], 0);
    }
    return new Expected(name, measure instanceof People ? "people" : "records", within[0], 0);
  }

  private static Expected quotient(String name, double[] within, double step) {
    return new Expected(name, "sum and records", within[1] * step, within[0]);
  }
}
