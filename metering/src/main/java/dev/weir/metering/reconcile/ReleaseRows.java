package dev.weir.metering.reconcile;

import dev.weir.metering.reconcile.MinuteRow.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What was delivered beside what was metered. */
final class ReleaseRows {

  private final Delivered delivered;
  private final Map<Place, Count> metered;
  private final Instant settled;
  private final List<MinuteRow> minutes = new ArrayList<>();

  /**
   * @param settled up to when a job is no longer at work: minutes that end later may differ
   */
  ReleaseRows(Delivered delivered, Map<Place, Count> metered, Instant settled) {
    this.delivered = delivered;
    this.metered = metered;
    this.settled = settled;
  }

  List<ReleaseRow> releases() {
    SortedSet<Place> places = new TreeSet<>(delivered.counts().keySet());
    places.addAll(metered.keySet());
    Map<String, List<Place>> releases = new LinkedHashMap<>();
    for (Place place : places) {
      String name = place.partner() + "/" + place.agreement() + "/" + place.release();
      releases.computeIfAbsent(name, none -> new ArrayList<>()).add(place);
    }
    return releases.values().stream().map(this::release).toList();
  }

  /** Asked after {@link #releases}. */
  List<MinuteRow> minutes() {
    return minutes;
  }

  private ReleaseRow release(List<Place> places) {
    Count there = Count.NONE;
    Count said = Count.NONE;
    int[] of = new int[Verdict.values().length];
    for (Place place : places) {
      Count inTopic = delivered.counts().getOrDefault(place, Count.NONE);
      Count inUsage = metered.getOrDefault(place, Count.NONE);
      there = there.plus(inTopic);
      said = said.plus(inUsage);
      if (delivered.isGone(place)) {
        of[note(place, inTopic, inUsage, Verdict.GONE)]++;
      } else if (!inTopic.equals(inUsage)) {
        boolean over = !place.minute().to().isAfter(settled);
        of[note(place, inTopic, inUsage, over ? Verdict.DIFFERS : Verdict.PENDING)]++;
      }
    }
    Place one = places.get(0);
    return new ReleaseRow(
        one.partner(),
        one.agreement(),
        one.release(),
        there,
        said,
        places.size(),
        of[Verdict.DIFFERS.ordinal()],
        of[Verdict.GONE.ordinal()],
        of[Verdict.PENDING.ordinal()]);
  }

  private int note(Place place, Count inTopic, Count inUsage, Verdict verdict) {
    minutes.add(new MinuteRow(place, inTopic, inUsage, verdict));
    return verdict.ordinal();
  }
}
