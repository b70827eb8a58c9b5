package dev.weir.metering.reconcile;

import dev.weir.metering.usage.Metered;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageTally;
import dev.weir.metering.usage.UsageTally.Outcome;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What usage events say of a month; each counts once. For one thread. */
public final class MonthUsage {

  private final YearMonth month;
  private final UsageTally tally = new UsageTally();
  private final SortedMap<Place, Count> counts = new TreeMap<>();
  private final SortedMap<String, Long> again = new TreeMap<>();
  private long contradicted;

  public MonthUsage(YearMonth month) {
    this.month = month;
  }

  /** Takes an event, if it is of that month and counts. */
  public void add(UsageEvent event) {
    Metered data = event.data();
    if (!data.window().month().equals(month)) {
      return;
    }
    Outcome outcome = tally.add(event);
    if (outcome == Outcome.ADDED && event.isOfReleasedAgain()) {
      again.merge(data.agreement().id(), -data.usage().records(), Long::sum);
    } else if (outcome == Outcome.ADDED) {
      Place place = new Place(data.partner(), data.agreement(), data.release(), data.window());
      Count count = new Count(data.usage().records(), data.usage().payloadBytes());
      counts.merge(place, count, Count::plus);
    } else if (outcome == Outcome.CONTRADICTED) {
      contradicted++;
    }
  }

  YearMonth month() {
    return month;
  }

  UsageTally tally() {
    return tally;
  }

  /** What the topics should hold: what was released again too. */
  SortedMap<Place, Count> counts() {
    return Collections.unmodifiableSortedMap(counts);
  }

  /** By agreement id, records that the topics hold again, and that are counted once. */
  public SortedMap<String, Long> releasedAgain() {
    return Collections.unmodifiableSortedMap(again);
  }

  /** Events that have the id of another one and other content. */
  long contradicted() {
    return contradicted;
  }
}
