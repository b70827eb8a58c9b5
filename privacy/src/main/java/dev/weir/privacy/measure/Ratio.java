package dev.weir.privacy.measure;

/** A sum divided by a number of records, both with noise. */
final class Ratio {

  private Ratio() {}

  /**
   * At least one record stands below the line, so that noise there cannot turn a figure's sign. The
   * interval is that of all quotients of sums and numbers which are within reach.
   */
  static Estimate of(double sum, double off, double records, double recordsOff) {
    double fewest = Math.max(1, records - recordsOff);
    double most = Math.max(1, records + recordsOff);
    double low = sum - off;
    double high = sum + off;
    return new Estimate(
        sum / Math.max(1, records),
        low / (low < 0 ? fewest : most),
        high / (high < 0 ? most : fewest));
  }
}
