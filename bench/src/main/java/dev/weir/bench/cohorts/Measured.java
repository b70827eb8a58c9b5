package dev.weir.bench.cohorts;

import dev.weir.bench.cohorts.Departures.Departure;
import dev.weir.privacy.generalize.Box;
import java.util.List;
import java.util.Locale;

/**
 * One line of the table.
 *
 * @param loss GCP: the mean over all values of all rows; 1 for a suppressed one
 */
record Measured(
    String name,
    int k,
    double loss,
    long suppressed,
    double meanDelay,
    int longestDelay,
    double tokensBroken,
    double tokensUnique,
    double historiesBroken,
    int smallestClass,
    double rowsPerSecond) {

  static Measured of(
      String name, Adult adult, int k, List<Departure> departures, double rowsPerSecond) {
    Attack attack = new Attack(adult, k, departures);
    return new Measured(
        name,
        k,
        departures.stream().mapToDouble(one -> loss(adult, one)).average().orElse(0),
        departures.stream().filter(one -> one.box() == null).count(),
        departures.stream().mapToInt(Departure::delay).average().orElse(0),
        departures.stream().mapToInt(Departure::delay).max().orElse(0),
        attack.tokensWithFewerThan(k),
        attack.tokensWithFewerThan(2),
        attack.historiesBroken(),
        attack.smallestClass(),
        rowsPerSecond);
  }

  /** By years, whatever the step of the grid. */
  private static double loss(Adult adult, Departure one) {
    Box box = one.box();
    if (box == null) {
      return 1;
    }
    int step = adult.ageStep();
    double years = (box.to().get(Adult.AGE) + 1 - box.from().get(Adult.AGE)) * step - 1.0;
    double grid = adult.space().loss(Adult.AGE, box.from().get(Adult.AGE), box.to().get(Adult.AGE));
    double exact = Math.min(1, years / (Adult.HIGHEST_AGE - Adult.LOWEST_AGE));
    return adult.space().loss(box) + adult.space().weight(Adult.AGE) * (exact - grid);
  }

  static final String HEAD =
      """
      | k | algorithm | GCP | suppressed rows | mean delay | max delay | tokens broken % \
      | tokens unique % | history broken % | smallest class | rows/s |
      |---|---|---|---|---|---|---|---|---|---|---|""";

  String line() {
    return String.format(
        Locale.ROOT,
        "| %d | %s | %.4f | %d | %.0f | %d | %.2f | %.2f | %.1f | %d | %,.0f |",
        k,
        name,
        loss,
        suppressed,
        meanDelay,
        longestDelay,
        100 * tokensBroken,
        100 * tokensUnique,
        100 * historiesBroken,
        smallestClass,
        rowsPerSecond);
  }
}
