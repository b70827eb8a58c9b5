package dev.weir.local.preview;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.operators.stage.StatisticsReader;
import dev.weir.operators.statistics.Level;
import dev.weir.operators.statistics.PersonBounds;
import dev.weir.operators.statistics.StatisticsRow;
import dev.weir.operators.statistics.Windows;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import dev.weir.privacy.ledger.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One release of statistics over a sample: what is true, and what a run could release of it.
 * Nothing is charged, for nothing leaves. Running totals are shown window by window.
 */
final class SampleStatistics {

  private final StatisticsPlan plan;
  private final StatisticsReader reader;
  private final SampleWindows finest;
  private final List<SampleWindows> coarser;
  private final PersonBounds.Room room;
  private final Map<Person, PersonBounds> people = new HashMap<>();
  private long counted;
  private long bounded;

  private record Person(long high, long low, Span period) {}

  SampleStatistics(ProductPlan product, ReleasePlan release, RecordFormat format) {
    plan = Objects.requireNonNull(release.statistics());
    reader = new StatisticsReader(product, release, format);
    List<Level> levels = Level.of(plan);
    finest = new SampleWindows(plan, levels.get(0));
    coarser = levels.stream().skip(1).map(level -> new SampleWindows(plan, level)).toList();
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
    for (Span window : finest.level().windows().of(row.eventTime())) {
      added |= add(window, row);
    }
    for (SampleWindows sample : coarser) {
      sample.came(sample.level().windows().at(row.eventTime()), row, reader.values());
    }
    counted += added ? 1 : 0;
    bounded += added ? 0 : 1;
    return new Outcome.Counted();
  }

  private boolean add(Span window, StatisticsRow row) {
    finest.came(window, row, reader.values());
    Windows windows = finest.level().windows();
    Person person = new Person(row.personHigh(), row.personLow(), windows.period(window));
    PersonBounds before = people.getOrDefault(person, PersonBounds.none());
    PersonBounds.Attempt attempt = before.add(windows.whole(window).from(), row.group(), room);
    if (!(attempt instanceof PersonBounds.Attempt.Added added)) {
      return false;
    }
    people.put(person, added.now());
    finest.add(window, row, added.newcomer());
    addToCoarser(before, row);
    return true;
  }

  private void addToCoarser(PersonBounds before, StatisticsRow row) {
    for (SampleWindows sample : coarser) {
      if (!sample.level().sums()) {
        Span window = sample.level().windows().at(row.eventTime());
        sample.add(window, row, !before.has(window, row.group()));
      }
    }
  }

  /** What it came to. */
  CountedSample tally() {
    Set<String> known = new TreeSet<>();
    List<CountedRow> rows = new ArrayList<>(finest.rows(windows(), known));
    List<CountedRow> parts = List.copyOf(rows);
    for (SampleWindows sample : coarser) {
      if (sample.level().sums()) {
        parts.forEach(sample::shown);
      }
      rows.addAll(sample.rows(sample.windows(), known));
    }
    rows.sort(Comparator.comparing(CountedRow::window)); // stable: groups stay in their order
    return new CountedSample(counted, bounded, rows, finest.kept());
  }

  /** Where coarser windows are sums, all that they are made of. */
  private Collection<Span> windows() {
    if (!plan.sums()) {
      return finest.windows();
    }
    Set<Span> all = new TreeSet<>();
    coarser.forEach(
        sample ->
            sample.windows().forEach(window -> all.addAll(finest.level().windows().in(window))));
    return all;
  }
}
