package dev.weir.bench.e2e;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What the passes of each variant cost, and what that says of the meter and of a hold. */
final class MeteringResults {

  private final int pairs;
  private final Map<Variant, double[]> rates = new EnumMap<>(Variant.class);
  private final Map<Variant, double[]> micros = new EnumMap<>(Variant.class);
  private final double[] ofLimit;

  MeteringResults(List<Variant> variants, int pairs) {
    this.pairs = pairs;
    this.ofLimit = new double[pairs];
    for (Variant variant : variants) {
      rates.put(variant, new double[pairs]);
      micros.put(variant, new double[pairs]);
    }
  }

  /**
   * @param rate records/s of the others
   * @param micro client CPU per record, in µs
   */
  void put(Variant variant, int round, double rate, double micro) {
    at(rates, variant)[round] = rate;
    at(micros, variant)[round] = micro;
  }

  /** What left of the partner on hold ÷ what may. */
  void putOfLimit(int round, double share) {
    ofLimit[round] = share;
  }

  private static double[] at(Map<Variant, double[]> of, Variant variant) {
    return Objects.requireNonNull(of.get(variant));
  }

  /** Prints what can be told of the variants that were run. */
  void report() {
    System.out.println("| ratio of pairs | median and geometric mean (95 % intervals) | goal |");
    System.out.println("| --- | --- | --- |");
    ratio(
        "client CPU per record, with the meter / without",
        micros,
        Variant.METERED,
        Variant.UNMETERED,
        "interval below 1.05");
    String others = "others' records/s, ";
    ratio(
        others + "beside a partner on hold / beside the same partner without a quota",
        rates,
        Variant.HELD,
        Variant.TWO,
        "interval above 0.95");
    ratio(
        others + "beside a partner on hold / without that partner",
        rates,
        Variant.HELD,
        Variant.METERED,
        "-");
    ratio(
        others + "beside a second partner without a quota / without that partner",
        rates,
        Variant.TWO,
        Variant.METERED,
        "-");
    if (rates.containsKey(Variant.HELD)) {
      row("what left of the one on hold / what may", Pairs.of(ofLimit), "at most 1.02");
    }
    rates.keySet().forEach(this::spreads);
  }

  private void ratio(
      String what, Map<Variant, double[]> of, Variant variant, Variant to, String goal) {
    if (of.containsKey(variant) && of.containsKey(to)) {
      double[] ratios = new double[pairs];
      Arrays.setAll(ratios, pair -> at(of, variant)[pair] / at(of, to)[pair]);
      row(what, Pairs.of(ratios), goal);
    }
  }

  private static void row(String what, Pairs pairs, String goal) {
    System.out.println("| " + what + " | " + pairs.text() + " | " + goal + " |");
  }

  private void spreads(Variant variant) {
    System.out.printf(
        Locale.ROOT,
        "%s: %s records/s, %s us/record%n",
        variant.word(),
        spread(at(rates, variant)).thousands(),
        spread(at(micros, variant)).text());
  }

  private static Spread spread(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    return new Spread(Pairs.of(values).median().middle(), sorted[0], sorted[sorted.length - 1]);
  }
}
