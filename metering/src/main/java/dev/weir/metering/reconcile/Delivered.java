package dev.weir.metering.reconcile;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was counted in the partners' topics.
 *
 * @param counts by place
 * @param gone by partner and release ({@code acme/payments}), up to when the topic no longer has
 *     all that was delivered: nothing can be said of a minute that begins before
 * @param foreign by topic, records that do not say by which agreement they were released
 */
public record Delivered(
    SortedMap<Place, Count> counts,
    SortedMap<String, Instant> gone,
    SortedMap<String, Long> foreign) {

  public Delivered {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    gone = Collections.unmodifiableSortedMap(new TreeMap<>(gone));
    foreign = Collections.unmodifiableSortedMap(new TreeMap<>(foreign));
  }

  /** All is there, and all of it is of agreements. */
  public static Delivered whole(Map<Place, Count> counts) {
    return new Delivered(new TreeMap<>(counts), new TreeMap<>(), new TreeMap<>());
  }

  /** Records by agreement id, over all versions and releases. */
  public SortedMap<String, Long> byAgreement() {
    SortedMap<String, Long> records = new TreeMap<>();
    counts.forEach((place, of) -> records.merge(place.agreement().id(), of.records(), Long::sum));
    return records;
  }

  boolean isGone(Place place) {
    Instant until = gone.get(place.partner() + "/" + place.release());
    return until != null && place.minute().from().isBefore(until);
  }
}
