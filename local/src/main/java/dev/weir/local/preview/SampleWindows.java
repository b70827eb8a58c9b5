package dev.weir.local.preview;

import dev.weir.operators.statistics.GroupNames;
import dev.weir.operators.statistics.Level;
import dev.weir.operators.statistics.ShownCells;
import dev.weir.operators.statistics.StatisticsRow;
import dev.weir.operators.statistics.Sums;
import dev.weir.operators.statistics.Windows;
import dev.weir.plan.StatisticsPlan;
import dev.weir.plan.StatisticsPlan.Kind;
import dev.weir.privacy.ledger.Span;
import dev.weir.privacy.measure.Figure;
import dev.weir.privacy.measure.Mechanism;
import dev.weir.privacy.opendp.OpenDp;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A sample in windows of one size: what is true, and what a run could release of it. */
final class SampleWindows {

  private final StatisticsPlan plan;
  private final Level level;
  private final TreeMap<Span, TreeMap<String, TrueGroup>> truth = new TreeMap<>();
  private final Map<Span, Map<String, long[]>> cells = new HashMap<>();

  SampleWindows(StatisticsPlan plan, Level level) {
    this.plan = plan;
    this.level = level;
  }

  Level level() {
    return level;
  }

  /** The windows in which something is. */
  Set<Span> windows() {
    return truth.keySet();
  }

  /** A record has come, whether its person has room or not. */
  void came(Span window, StatisticsRow row, @Nullable BigDecimal[] values) {
    truth
        .computeIfAbsent(window, none -> new TreeMap<>())
        .computeIfAbsent(row.group(), none -> new TrueGroup())
        .add(List.of(row.personHigh(), row.personLow()), values);
  }

  /** It is counted. */
  void add(Span window, StatisticsRow row, boolean newcomer) {
    level.terms().add(row.codes(), newcomer, cells(window, row.group(), level.terms().cells()));
  }

  private long[] cells(Span window, String group, int size) {
    return cells
        .computeIfAbsent(window, none -> new HashMap<>())
        .computeIfAbsent(group, none -> new long[size]);
  }

  /** A row has been shown of a window that one of these is the sum of. */
  void shown(CountedRow row) {
    long[] more = ShownCells.of(plan, level.terms(), row.released());
    Sums.add(more, cells(level.windows().at(row.window().from()), row.group(), more.length));
  }

  /**
   * What could be released of those windows.
   *
   * @param known groups that have been told, to which those are added that are told now
   */
  List<CountedRow> rows(Collection<Span> windows, Set<String> known) {
    Mechanism mechanism = Mechanism.of(level.terms());
    List<CountedRow> rows = new ArrayList<>();
    for (Span window : windows) {
      Map<String, List<Figure>> released =
          level.sums() ? summed(mechanism, window) : drawn(mechanism, window, known);
      released.forEach(
          (group, figures) ->
              rows.add(new CountedRow(window, group, truth(window, group), figures)));
    }
    return rows;
  }

  private Map<String, List<Figure>> drawn(Mechanism mechanism, Span window, Set<String> known) {
    OpenDp library = OpenDp.load();
    Map<String, long[]> sums = cells.getOrDefault(window, Map.of());
    List<String> groups = groups(mechanism, library, sums, known);
    List<long[]> exact = new ArrayList<>();
    int size = level.terms().cells();
    groups.forEach(group -> exact.add(sums.getOrDefault(group, new long[size])));
    List<List<Figure>> released = mechanism.release(library, exact);
    Map<String, List<Figure>> byGroup = new LinkedHashMap<>(); // as a run releases them
    for (int at = 0; at < groups.size(); at++) {
      byGroup.put(groups.get(at), released.get(at));
    }
    return byGroup;
  }

  private List<String> groups(
      Mechanism mechanism, OpenDp library, Map<String, long[]> sums, Set<String> known) {
    if (!plan.discovers()) {
      return GroupNames.all(plan.groupBy());
    }
    List<String> candidates = List.copyOf(new TreeSet<>(sums.keySet()));
    long[] people =
        candidates.stream()
            .mapToLong(group -> level.terms().people(Objects.requireNonNull(sums.get(group))))
            .toArray();
    for (int at : mechanism.discovered(library, people)) {
      known.add(candidates.get(at));
    }
    return List.copyOf(known);
  }

  /** Of groups that all of its parts have shown. */
  private Map<String, List<Figure>> summed(Mechanism mechanism, Span window) {
    Map<String, List<Figure>> released = new TreeMap<>();
    int parts = Windows.of(plan).in(window).size();
    cells
        .getOrDefault(window, Map.of())
        .forEach(
            (group, shown) -> {
              if (ShownCells.rows(shown) == parts) {
                released.put(group, ShownCells.figures(mechanism, shown));
              }
            });
    return released;
  }

  private List<double[]> truth(Span window, String of) {
    TrueGroup group = truth.getOrDefault(window, new TreeMap<>()).getOrDefault(of, new TrueGroup());
    List<double[]> figures = new ArrayList<>();
    for (int at = 0; at < plan.measures().size(); at++) {
      figures.add(group.figure(plan.measures().get(at), at));
    }
    return figures;
  }

  /** What bounds and clamps leave of each measure, as a part; NaN where that says nothing. */
  List<Double> kept() {
    List<Double> kept = new ArrayList<>();
    int cell = 0;
    for (int at = 0; at < plan.measures().size(); at++) {
      Kind kind = plan.measures().get(at).kind();
      boolean sums = kind == Kind.COUNT || kind == Kind.COUNT_DISTINCT || kind == Kind.SUM;
      kept.add(sums ? exact(cell) * unit(at) / truth(at) : Double.NaN);
      cell += level.terms().measures().get(at).measure().cells();
    }
    return kept;
  }

  private double unit(int measure) {
    StatisticsPlan.Values values = plan.measures().get(measure).values();
    return values == null ? 1 : values.step().doubleValue();
  }

  private double exact(int cell) {
    return cells.values().stream()
        .flatMap(groups -> groups.values().stream())
        .mapToDouble(sums -> sums[cell])
        .sum();
  }

  private double truth(int measure) {
    return truth.values().stream()
        .flatMap(groups -> groups.values().stream())
        .mapToDouble(group -> group.figure(plan.measures().get(measure), measure)[0])
        .sum();
  }
}
