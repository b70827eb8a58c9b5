package dev.weir.privacy.risk;

/** The risk of one row of a sample with weights, approximated (Benedetti, Franconi 1998). */
public final class IndividualRisk {

  private IndividualRisk() {}

  /**
   * @param sample how many rows of the sample look so, at least 1
   * @param population the sum of their weights, above {@code sample}
   */
  public static double approximate(int sample, double population) {
    if (sample < 1 || population <= sample) {
      throw new IllegalArgumentException("A class is a part of its class of the population");
    }
    double p = sample / population;
    double odds = p / (1 - p);
    return switch (sample) {
      case 1 -> odds * Math.log(1 / p);
      case 2 -> odds - odds * odds * Math.log(1 / p);
      default -> p / (sample - (1 - p));
    };
  }
}
