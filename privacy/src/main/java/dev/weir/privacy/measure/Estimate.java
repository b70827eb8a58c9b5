package dev.weir.privacy.measure;

/**
 * A number with noise.
 *
 * @param low of the interval in which the exact number lies with a probability of 95 %, of the
 *     noise alone: bounds on people's parts and clamps are not in it
 * @param high likewise
 */
public record Estimate(double value, double low, double high) {

  static Estimate around(double value, double within) {
    return new Estimate(value, value - within, value + within);
  }

  /** Neither it nor its interval outside the range that is known beforehand. */
  Estimate clamped(double least, double most) {
    return new Estimate(
        Math.min(Math.max(value, least), most),
        Math.min(Math.max(low, least), most),
        Math.min(Math.max(high, least), most));
  }

  /** In another unit. */
  Estimate times(double unit) {
    return new Estimate(value * unit, low * unit, high * unit);
  }
}
