package dev.weir.local.preview;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.operators.stage.StatisticsReader;
import dev.weir.operators.statistics.GroupNames;
import dev.weir.operators.statistics.PersonBounds;
import dev.weir.operators.statistics.PlannedTerms;
import dev.weir.operators.statistics.StatisticsRow;
import dev.weir.operators.statistics.Windows;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import dev.weir.plan.StatisticsPlan.Kind;
import dev.weir.privacy.ledger.Span;
import dev.weir.privacy.measure.Figure;
import dev.weir.privacy.measure.Mechanism;
import dev.weir.privacy.measure.Terms;
import dev.weir.privacy.opendp.OpenDp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One release of statistics over a sample: what is true, and what a run could release of it.
 * Nothing is charged, for nothing leaves. Running totals are shown window by window.
 */
final class SampleStatistics {

  private final StatisticsPlan plan;
  private final StatisticsReader reader;
  private final Windows windows;
  private final Terms terms;
  private final PersonBounds.Room room;
  private final Map<Person, PersonBounds> people = new HashMap<>();
  private final TreeMap<Span, TreeMap<String, TrueGroup>> truth = new TreeMap<>();
  private final Map<Span, Map<String, long[]>> cells = new HashMap<>();
  private long counted;
  private long bounded;

  private record Person(long high, long low, Span period) {}

  SampleStatistics(ProductPlan product, ReleasePlan release, RecordFormat format) {
    plan = Objects.requireNonNull(release.statistics());
    reader = new StatisticsReader(product, release, format);
    windows = Windows.of(plan);
    terms = PlannedTerms.of(plan);
    StatisticsPlan.Bounds bounds = plan.perSubject();
    room = new PersonBounds.Room(bounds.records(), bounds.groups(), bounds.windows());
  }

  /** Adds an event that the agreement lets be counted. */
  Outcome add(Event event) {
    Rejection rejection = reader.read(event);
    StatisticsRow row = reader.row();
    if (rejection != null) {
      return new Outcome.DeadLettered(rejection);
    } else if (row == null) {
      return new Outcome.Withheld(Reason.NOT_LISTED);
    }
    boolean added = false;
    for (Span window : windows.of(row.eventTime())) {
      added |= add(window, row);
    }
    counted += added ? 1 : 0;
    bounded += added ? 0 : 1;
    return new Outcome.Counted();
  }

  private boolean add(Span window, StatisticsRow row) {
    truth
        .computeIfAbsent(window, none -> new TreeMap<>())
        .computeIfAbsent(row.group(), none -> new TrueGroup())
        .add(List.of(row.personHigh(), row.personLow()), reader.values());
    Person person = new Person(row.personHigh(), row.personLow(), windows.period(window));
    PersonBounds before = people.getOrDefault(person, PersonBounds.none());
    PersonBounds.Attempt attempt = before.add(windows.whole(window).from(), row.group(), room);
    if (!(attempt instanceof PersonBounds.Attempt.Added added)) {
      return false;
    }
    people.put(person, added.now());
    long[] sums =
        cells
            .computeIfAbsent(window, none -> new HashMap<>())
            .computeIfAbsent(row.group(), none -> new long[terms.cells()]);
    terms.add(row.codes(), added.newcomer(), sums);
    return true;
  }

  /** What it came to. */
  CountedSample tally() {
    List<CountedRow> rows = new ArrayList<>();
    Mechanism mechanism = Mechanism.of(terms);
    truth.forEach((window, groups) -> rows.addAll(rows(mechanism, window, groups)));
    return new CountedSample(counted, bounded, rows, kept());
  }

  private List<CountedRow> rows(
      Mechanism mechanism, Span window, TreeMap<String, TrueGroup> groups) {
    OpenDp library = OpenDp.load();
    Map<String, long[]> sums = cells.getOrDefault(window, Map.of());
    List<String> shown = shown(mechanism, library, sums);
    List<long[]> exact = new ArrayList<>();
    shown.forEach(group -> exact.add(sums.getOrDefault(group, new long[terms.cells()])));
    List<List<Figure>> released = mechanism.release(library, exact);
    List<CountedRow> rows = new ArrayList<>();
    for (int at = 0; at < shown.size(); at++) {
      TrueGroup group = groups.getOrDefault(shown.get(at), new TrueGroup());
      rows.add(new CountedRow(window, shown.get(at), truth(group), released.get(at)));
    }
    return rows;
  }

  private List<String> shown(Mechanism mechanism, OpenDp library, Map<String, long[]> sums) {
    if (!plan.discovers()) {
      return GroupNames.all(plan.groupBy());
    }
    List<String> candidates = List.copyOf(new TreeSet<>(sums.keySet()));
    long[] people =
        candidates.stream()
            .mapToLong(group -> terms.people(Objects.requireNonNull(sums.get(group))))
            .toArray();
    List<String> told = new ArrayList<>();
    for (int at : mechanism.discovered(library, people)) {
      told.add(candidates.get(at));
    }
    return told;
  }

  private List<double[]> truth(TrueGroup group) {
    List<double[]> figures = new ArrayList<>();
    for (int at = 0; at < plan.measures().size(); at++) {
      figures.add(group.figure(plan.measures().get(at), at));
    }
    return figures;
  }

  private List<Double> kept() {
    List<Double> kept = new ArrayList<>();
    int cell = 0;
    for (int at = 0; at < plan.measures().size(); at++) {
      Kind kind = plan.measures().get(at).kind();
      boolean sums = kind == Kind.COUNT || kind == Kind.COUNT_DISTINCT || kind == Kind.SUM;
      kept.add(sums ? exact(cell) * unit(at) / truth(at) : Double.NaN);
      cell += terms.measures().get(at).measure().cells();
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
