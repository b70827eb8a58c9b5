package dev.weir.operators.stage.statistics;

import dev.weir.operators.statistics.GroupNames;
import dev.weir.operators.statistics.PartialSums;
import dev.weir.operators.statistics.Place;
import dev.weir.operators.statistics.RowJson;
import dev.weir.operators.statistics.ShownCells;
import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.ledger.Span;
import dev.weir.privacy.ledger.Spent;
import dev.weir.privacy.measure.Figure;
import dev.weir.privacy.measure.Mechanism;
import dev.weir.privacy.opendp.OpenDp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Draws windows, each for itself, and tells what they show to windows that are sums of it. */
final class WindowDraw implements Draw {

  private static final double ROUNDING = 1e-6;

  private final CountedRelease release;
  private final Mechanism mechanism;
  private final RowJson rows;
  private final List<CountedRelease> sums;
  private final KnownGroups known;
  private final Shown shown;
  private final double epsilon;

  /** Groups that were told before, by their names: they are public. */
  interface KnownGroups {
    Collection<String> of(Place place) throws Exception;

    void add(Place place, String group) throws Exception;
  }

  /** Takes what a window has shown in a group, for a window that it is a part of. */
  @FunctionalInterface
  interface Shown {
    void add(PartialSums more) throws Exception;
  }

  /**
   * @param sums the release in windows of those sizes that are sums of what this shows
   */
  WindowDraw(CountedRelease release, List<CountedRelease> sums, KnownGroups known, Shown shown) {
    this.release = release;
    this.sums = List.copyOf(sums);
    this.shown = shown;
    this.mechanism = Mechanism.of(release.terms());
    this.rows = new RowJson(release.statistics(), release.terms());
    this.known = known;
    this.epsilon = mechanism.epsilon(mechanism.window());
  }

  @Override
  public Spent cost() {
    return new Spent(mechanism.window(), mechanism.windowDelta());
  }

  @Override
  public Spent most() {
    return new Spent(mechanism.budget(), mechanism.budgetDelta());
  }

  @Override
  public double epsilon(Rho spent) {
    return mechanism.epsilon(spent);
  }

  @Override
  public List<byte[]> draw(OpenDp library, Span window, Map<String, long[]> sums, Spent spent)
      throws Exception {
    List<String> groups = groups(library, sums);
    List<long[]> cells = new ArrayList<>();
    for (String group : groups) {
      cells.add(sums.getOrDefault(group, new long[release.terms().cells()]));
    }
    List<List<Figure>> figures = mechanism.release(library, cells);
    RowJson.Cost cost = new RowJson.Cost(epsilon, left(mechanism, spent));
    List<byte[]> told = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      told.add(rows.write(window, groups.get(group), figures.get(group), cost));
      show(window, groups.get(group), figures.get(group));
    }
    return told;
  }

  private void show(Span window, String group, List<Figure> figures) throws Exception {
    for (CountedRelease sum : sums) {
      Span whole = sum.windows().at(window.from());
      long[] cells = ShownCells.of(sum.statistics(), sum.terms(), figures);
      shown.add(new PartialSums(sum.name(), sum.statistics().terms(), whole, group, 0, cells));
    }
  }

  /** Nothing, where it is only what rounding to the safe side has left. */
  static double left(Mechanism mechanism, Spent spent) {
    double all = mechanism.epsilon(mechanism.budget());
    double left = all - mechanism.epsilon(spent.rho());
    return left < all * ROUNDING ? 0 : left;
  }

  private List<String> groups(OpenDp library, Map<String, long[]> sums) throws Exception {
    return release.terms().discovers()
        ? List.copyOf(discovered(library, sums))
        : GroupNames.all(release.statistics().groupBy());
  }

  /**
   * In the order of their names, which tells nothing of who came when. What windows of one size
   * have told is public in those of all sizes.
   */
  private TreeSet<String> discovered(OpenDp library, Map<String, long[]> sums) throws Exception {
    Place place = new Place(release.account(), release.statistics().terms(), Places.ALWAYS);
    TreeSet<String> told = new TreeSet<>(known.of(place));
    List<String> candidates = new ArrayList<>(new TreeSet<>(sums.keySet()));
    long[] people =
        candidates.stream()
            .mapToLong(group -> release.terms().people(sums.getOrDefault(group, new long[0])))
            .toArray();
    for (int at : mechanism.discovered(library, people)) {
      if (told.add(candidates.get(at))) {
        known.add(place, candidates.get(at));
      }
    }
    return told;
  }
}
