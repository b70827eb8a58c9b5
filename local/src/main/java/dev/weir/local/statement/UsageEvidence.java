package dev.weir.local.statement;

import dev.weir.local.statement.Statement.Day;
import dev.weir.local.statement.Statement.Evidence;
import dev.weir.metering.usage.Metered;
import dev.weir.metering.usage.Usage;
import dev.weir.metering.usage.UsageEvent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Usage events summed by release and day: what a reader of the topics can count himself. */
final class UsageEvidence {

  private record Place(String agreement, YearMonth month, String release)
      implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::agreement)
            .thenComparing(Place::month)
            .thenComparing(Place::release);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private static final class Sums {
    private final SortedMap<LocalDate, Usage> days = new TreeMap<>();
    private int events;

    void add(Metered data) {
      LocalDate day = data.window().from().atOffset(ZoneOffset.UTC).toLocalDate();
      days.merge(day, data.usage(), Usage::plus);
      events++;
    }
  }

  private UsageEvidence() {}

  /**
   * The evidence of agreements in months.
   *
   * @param months what is wanted, as {@code agreement month}
   */
  static List<Evidence> of(List<UsageEvent> events, Set<String> months) {
    SortedMap<Place, Sums> sums = new TreeMap<>();
    for (UsageEvent event : events) {
      Metered data = event.data();
      String agreement = data.agreement().id();
      YearMonth month = data.window().month();
      if (months.contains(agreement + " " + month)) {
        sums.computeIfAbsent(new Place(agreement, month, data.release()), none -> new Sums())
            .add(data);
      }
    }
    List<Evidence> evidence = new ArrayList<>();
    sums.forEach((place, sum) -> evidence.add(evidence(place, sum)));
    return evidence;
  }

  private static Evidence evidence(Place place, Sums sum) {
    List<Day> days = new ArrayList<>();
    sum.days.forEach((date, usage) -> days.add(new Day(date, usage)));
    return new Evidence(place.agreement(), place.release(), place.month(), days, sum.events);
  }
}
