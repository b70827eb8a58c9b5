package dev.weir.bench.e2e;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * What passes of several variants cost, round by round, each round having one of each.
 *
 * @param <V> the variants
 */
public final class PairedCosts<V extends Enum<V>> {

  private final int pairs;
  private final Map<V, double[]> rates;
  private final Map<V, double[]> micros;

  /**
   * @param type of the variants
   * @param pairs how many rounds there are
   */
  public PairedCosts(Class<V> type, Collection<V> variants, int pairs) {
    this.pairs = pairs;
    rates = new EnumMap<>(type);
    micros = new EnumMap<>(type);
    for (V variant : variants) {
      rates.put(variant, new double[pairs]);
      micros.put(variant, new double[pairs]);
    }
  }

  /**
   * Notes a pass.
   *
   * @param rate records/s
   * @param micro processor time per record, in µs
   */
  public void put(V variant, int round, double rate, double micro) {
    at(rates, variant)[round] = rate;
    at(micros, variant)[round] = micro;
  }

  /** What was run. */
  public Set<V> variants() {
    return rates.keySet();
  }

  /** Records/s of one ÷ those of the other. */
  public Pairs rates(V one, V to) {
    return ratios(rates, one, to);
  }

  /** Processor time of one ÷ that of the other. */
  public Pairs micros(V one, V to) {
    return ratios(micros, one, to);
  }

  private Pairs ratios(Map<V, double[]> of, V one, V to) {
    double[] ratios = new double[pairs];
    Arrays.setAll(ratios, pair -> at(of, one)[pair] / at(of, to)[pair]);
    return Pairs.of(ratios);
  }

  private double[] at(Map<V, double[]> of, V variant) {
    return Objects.requireNonNull(of.get(variant), "a variant that was run");
  }

  /** Prints the head of a table of ratios. */
  public static void printHead() {
    System.out.println("| ratio of pairs | median and geometric mean (95 % intervals) | goal |");
    System.out.println("| --- | --- | --- |");
  }

  /** Prints a line of that table. */
  public static void print(String what, Pairs pairs, String goal) {
    System.out.println("| " + what + " | " + pairs.text() + " | " + goal + " |");
  }

  /** Prints what each variant's passes were like. */
  public void printSpreads(Function<V, String> name) {
    for (V variant : variants()) {
      System.out.printf(
          Locale.ROOT,
          "%s: %s records/s, %s us/record%n",
          name.apply(variant),
          spread(at(rates, variant)).thousands(),
          spread(at(micros, variant)).text());
    }
  }

  private static Spread spread(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    return new Spread(Pairs.of(values).median().middle(), sorted[0], sorted[sorted.length - 1]);
  }
}
