package dev.weir.bench.subjects;

import java.util.Locale;

/**
 * What crowds cost.
 *
 * @param fresh rows of new people that left, and {@code known} of others
 * @param freshNanos processor time of the threads that form crowds
 * @param knownMillis from the first to the last of the known rows
 * @param loss the mean over rows and fields, 0 to 1
 * @param savepoint bytes
 */
record CrowdCost(
    long people,
    int parallelism,
    int regions,
    long fresh,
    long freshNanos,
    long known,
    long knownNanos,
    long knownMillis,
    double loss,
    long savepoint) {

  static final String HEAD =
      """
      | people | parallelism | regions | new rows that left | new, rows/s/core | known, rows/s/core | known, rows/s | loss | state, bytes/person |
      |---|---|---|---|---|---|---|---|---|""";

  String text() {
    return String.format(
        Locale.ROOT,
        "| %,d | %d | %d | %.2f %% | %,.0f | %,.0f | %,.0f | %.4f | %,.0f |",
        people,
        parallelism,
        regions,
        100.0 * fresh / people,
        fresh * 1e9 / freshNanos,
        known * 1e9 / knownNanos,
        known * 1e3 / knownMillis,
        loss,
        (double) savepoint / people);
  }
}
