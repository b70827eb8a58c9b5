package dev.weir.operators.stage.statistics;

import dev.weir.operators.statistics.GroupNames;
import dev.weir.operators.statistics.Place;
import dev.weir.operators.statistics.RowJson;
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

/** Draws windows, each for itself. */
final class WindowDraw implements Draw {

  private static final double ROUNDING = 1e-6;

  private final CountedRelease release;
  private final Mechanism mechanism;
  private final RowJson rows;
  private final KnownGroups known;
  private final double epsilon;

  /** Groups that were told before, by their names: they are public. */
  interface KnownGroups {
    Collection<String> of(Place place) throws Exception;

    void add(Place place, String group) throws Exception;
  }

  WindowDraw(CountedRelease release, KnownGroups known) {
    this.release = release;
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
    return new Spent(mechanism.period(), mechanism.windowDelta() * release.terms().windows());
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
    double left =
        Math.max(0, mechanism.epsilon(mechanism.period()) - mechanism.epsilon(spent.rho()));
    List<byte[]> told = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      RowJson.Cost cost = new RowJson.Cost(epsilon, left);
      told.add(rows.write(window, groups.get(group), figures.get(group), cost));
    }
    return told;
  }

  /** Nothing, where it is only what rounding to the safe side has left. */
  private double left(Spent spent) {
    double all = mechanism.epsilon(mechanism.period());
    double left = all - mechanism.epsilon(spent.rho());
    return left < all * ROUNDING ? 0 : left;
  }

  private List<String> groups(OpenDp library, Map<String, long[]> sums) throws Exception {
    return release.terms().discovers()
        ? List.copyOf(discovered(library, sums))
        : GroupNames.all(release.statistics().groupBy());
  }

  /** In the order of their names, which tells nothing of who came when. */
  private TreeSet<String> discovered(OpenDp library, Map<String, long[]> sums) throws Exception {
    Place place = new Place(release.name(), release.statistics().terms(), Places.ALWAYS);
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
