package dev.weir.metering.usage;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sums of usage. Whatever is read twice, and in whatever order, the sums are the same. For one
 * thread.
 */
public final class UsageTally {

  /** What became of an event. */
  public enum Outcome {
    /** It counts now. */
    ADDED,
    /** It counted before; nothing changed. */
    REPEATED,
    /**
     * Another event of that source and id counted before, with other content. This one does not
     * count: which of the two is right, a person must find out.
     */
    CONTRADICTED
  }

  private record Name(String source, String id) {}

  private record Place(String agreement, YearMonth month) {}

  private final Map<Name, UsageEvent> events = new HashMap<>();
  private final Map<Place, NavigableMap<Minute, Usage>> minutes = new HashMap<>();
  private final Map<Place, SortedMap<String, Usage>> releases = new HashMap<>();

  /** Adds an event, unless it counts already. */
  public Outcome add(UsageEvent event) {
    UsageEvent before = events.putIfAbsent(new Name(event.source(), event.id()), event);
    if (before != null) {
      return before.equals(event) ? Outcome.REPEATED : Outcome.CONTRADICTED;
    }
    Metered data = event.data();
    Place place = new Place(data.agreement().id(), data.window().month());
    minutes
        .computeIfAbsent(place, none -> new TreeMap<>())
        .merge(data.window(), data.usage(), Usage::plus);
    releases
        .computeIfAbsent(place, none -> new TreeMap<>())
        .merge(data.release(), data.usage(), Usage::plus);
    return Outcome.ADDED;
  }

  /** What an agreement, in all its versions and releases, let out in a month, by the minute. */
  public NavigableMap<Minute, Usage> byMinute(String agreement, YearMonth month) {
    return new TreeMap<>(minutes.getOrDefault(new Place(agreement, month), new TreeMap<>()));
  }

  /** The same by release. */
  public SortedMap<String, Usage> byRelease(String agreement, YearMonth month) {
    return new TreeMap<>(releases.getOrDefault(new Place(agreement, month), new TreeMap<>()));
  }
}
