package dev.weir.privacy.measure;

import dev.weir.privacy.budget.Conversion;
import dev.weir.privacy.budget.EpsilonDelta;
import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.opendp.Discovered;
import dev.weir.privacy.opendp.OpenDp;
import dev.weir.privacy.statistics.GroupDiscovery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn for every window of a release: the loss of a period parted evenly among the sizes
 * of windows, that of a size among the windows that one person may add to, that of a window among
 * its measures by their shares.
 */
public final class Mechanism {

  private final Terms terms;
  private final Rho budget;
  private final Rho period;
  private final Rho window;
  private final List<MeasureNoise> noise = new ArrayList<>();
  private final @Nullable GroupDiscovery discovery;

  private Mechanism(
      Terms terms, Rho budget, Rho period, Rho window, @Nullable GroupDiscovery discovery) {
    this.terms = terms;
    this.budget = budget;
    this.period = period;
    this.window = window;
    this.discovery = discovery;
  }

  /**
   * The least noise that the terms allow.
   *
   * @throws IllegalArgumentException if they make no sense, or their noise exceeds 64 bits
   */
  public static Mechanism of(Terms terms) {
    Rho budget = Conversion.rho(new EpsilonDelta(terms.budget().epsilon(), terms.conversion()));
    Rho period = terms.sizes() == 1 ? budget : budget.part(terms.sizes());
    Rho window = period.part(terms.windows());
    List<Rho> parts = window.parts(terms.shares());
    Mechanism mechanism = new Mechanism(terms, budget, period, window, discovery(terms, parts));
    for (int i = 0; i < terms.measures().size(); i++) {
      Measure measure = terms.measures().get(i).measure();
      mechanism.noise.add(MeasureNoise.of(measure, parts.get(i), terms.bounds()));
    }
    return mechanism;
  }

  private static @Nullable GroupDiscovery discovery(Terms terms, List<Rho> parts) {
    if (!terms.discovers()) {
      return null;
    }
    double delta = terms.budget().delta() / 2 / terms.sizes() / terms.windows();
    int groups = Math.min(terms.bounds().groups(), terms.bounds().records());
    return GroupDiscovery.of(parts.get(parts.size() - 1), delta, groups);
  }

  public Terms terms() {
    return terms;
  }

  /** What a period may cost, of windows of all sizes together. */
  public Rho budget() {
    return budget;
  }

  /** What all windows of this size that one person may add to in a period may cost. */
  public Rho period() {
    return period;
  }

  /** What a window costs, whatever is in it. */
  public Rho window() {
    return window;
  }

  /**
   * The chance with which a window may give away who is alone in a group; 0: none is looked for.
   */
  public double windowDelta() {
    return discovery == null ? 0 : discovery.delta();
  }

  /** That of a period, of windows of all sizes together. */
  public double budgetDelta() {
    return windowDelta() * terms.windows() * terms.sizes();
  }

  /** ε of so much of the period's budget, at the half of its δ that is for that. */
  public double epsilon(Rho spent) {
    return Conversion.epsilon(spent, terms.conversion());
  }

  /** From how many people on, with noise, a group is told; null: none is looked for. */
  public @Nullable Long threshold() {
    return discovery == null ? null : discovery.threshold();
  }

  /**
   * Which groups are told, by their places in the list: a look, which costs its part whatever comes
   * of it.
   *
   * @param people in each group
   * @return rising
   * @throws IllegalStateException if groups are listed
   */
  public int[] discovered(OpenDp library, long[] people) {
    if (discovery == null) {
      throw new IllegalStateException("this release looks for no groups");
    }
    long[] places = new long[people.length];
    Arrays.setAll(places, i -> i);
    Discovered found = discovery.look(library, places, people);
    return Arrays.stream(found.keys()).mapToInt(Math::toIntExact).sorted().toArray();
  }

  /**
   * A release: every measure of every group.
   *
   * @param cells of all measures in their order, by group
   * @return by group and measure
   */
  public List<List<Figure>> release(OpenDp library, List<long[]> cells) {
    List<List<Figure>> released = new ArrayList<>();
    cells.forEach(group -> released.add(new ArrayList<>()));
    int at = 0;
    for (int i = 0; i < noise.size(); i++) {
      int width = terms.measures().get(i).measure().cells();
      List<Figure> figures = noise.get(i).release(library, Cells.of(cells, at, width));
      for (int group = 0; group < figures.size(); group++) {
        released.get(group).add(figures.get(group));
      }
      at += width;
    }
    return released;
  }

  /**
   * Half of the interval, 95 %, of each number of the measures that are noised, before anything
   * runs, in the units in which they are published; see {@link Expected}.
   */
  public List<Expected> expected() {
    return expected(1);
  }

  /**
   * The same of the sums of so many windows.
   *
   * @throws IllegalArgumentException of several, if a measure's numbers do not add up
   */
  public List<Expected> expected(int windows) {
    List<Expected> expected = new ArrayList<>();
    for (int i = 0; i < noise.size(); i++) {
      expected.add(Expected.of(terms.measures().get(i), noise.get(i).within(windows)));
    }
    return List.copyOf(expected);
  }

  /**
   * What several windows add up to, whose numbers have noise of their own each.
   *
   * @param cells sums of released numbers, in the cells' units, in the measures' order
   * @throws IllegalArgumentException if a measure's numbers do not add up
   */
  public List<Figure> together(int windows, double[] cells) {
    List<Figure> figures = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < noise.size(); i++) {
      Measure measure = terms.measures().get(i).measure();
      double[] own = Arrays.copyOfRange(cells, at, at + measure.cells());
      figures.add(measure.figure(own, noise.get(i).within(windows)));
      at += measure.cells();
    }
    return figures;
  }
}
