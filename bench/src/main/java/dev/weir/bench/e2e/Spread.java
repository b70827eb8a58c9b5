package dev.weir.bench.e2e;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A number of every round: median, least and greatest. */
record Spread(double median, double min, double max) {

  static Spread of(
      List<Map<Job, PassResult>> rounds, ToDoubleFunction<Map<Job, PassResult>> number) {
    double[] sorted = rounds.stream().mapToDouble(number).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** {@code 1.54 (1.50..1.61)}. */
  String text() {
    return String.format(Locale.ROOT, "%.2f (%.2f..%.2f)", median, min, max);
  }

  /** The same in thousands. */
  String thousands() {
    return String.format(Locale.ROOT, "%.0fk (%.0f..%.0f)", median / 1e3, min / 1e3, max / 1e3);
  }
}
