package dev.weir.local.risk;

/** What measures are called. */
public final class RiskWords {

  private RiskWords() {}

  /**
   * @param measure a name of {@link RiskFigures#measures}
   */
  public static String of(String measure) {
    return switch (measure) {
      case "prosecutor" -> "prosecutor risk, highest";
      case "marketer" -> "marketer risk, the average";
      case "uniqueness" -> "alone in their class";
      case "journalist" -> "journalist risk, highest";
      case "journalistMarketer" -> "marketer risk in the population";
      case "populationUniquenessZayatz" -> "unique in the population (Zayatz)";
      default -> "unique in the population (Pitman)";
    };
  }
}
