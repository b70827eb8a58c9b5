package dev.weir.bench.e2e;

import java.util.List;

/** What the passes of each variant cost, and what that says of the meter and of a hold. */
final class MeteringResults {

  private static final String OTHERS = "others' records/s, beside ";

  private final PairedCosts<Variant> costs;
  private final double[] ofLimit;

  MeteringResults(List<Variant> variants, int pairs) {
    this.costs = new PairedCosts<>(Variant.class, variants, pairs);
    this.ofLimit = new double[pairs];
  }

  /**
   * @param rate records/s of the others
   * @param micro client CPU per record, in µs
   */
  void put(Variant variant, int round, double rate, double micro) {
    costs.put(variant, round, rate, micro);
  }

  /** What left of the partner on hold ÷ what may. */
  void putOfLimit(int round, double share) {
    ofLimit[round] = share;
  }

  /** Prints what can be told of the variants that were run. */
  void report() {
    PairedCosts.printHead();
    if (ran(Variant.METERED, Variant.UNMETERED)) {
      PairedCosts.print(
          "client CPU per record, with the meter / without",
          costs.micros(Variant.METERED, Variant.UNMETERED),
          "interval below 1.05");
    }
    rates(
        "a partner on hold / beside the same partner without a quota",
        Variant.HELD,
        Variant.TWO,
        "interval above 0.95");
    rates("a partner on hold / without that partner", Variant.HELD, Variant.METERED, "-");
    rates(
        "a second partner without a quota / without that partner",
        Variant.TWO,
        Variant.METERED,
        "-");
    if (ran(Variant.HELD, Variant.HELD)) {
      PairedCosts.print(
          "what left of the one on hold / what may", Pairs.of(ofLimit), "at most 1.02");
    }
    costs.printSpreads(Variant::word);
  }

  private void rates(String beside, Variant one, Variant to, String goal) {
    if (ran(one, to)) {
      PairedCosts.print(OTHERS + beside, costs.rates(one, to), goal);
    }
  }

  private boolean ran(Variant one, Variant to) {
    return costs.variants().contains(one) && costs.variants().contains(to);
  }
}
