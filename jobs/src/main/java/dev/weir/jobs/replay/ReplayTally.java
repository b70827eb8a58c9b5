package dev.weir.jobs.replay;

import dev.weir.plan.ReleasePlan;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of dead letters that were replayed. Confined to one thread. */
public final class ReplayTally {

  /** What stands where a record was let out, and where it had been before. */
  public static final String RELEASED = "released";

  public static final String ALREADY = "already replayed";

  private final SortedMap<String, SortedMap<String, Long>> releases = new TreeMap<>();
  private final Map<Unworked, Long> unworked = new EnumMap<>(Unworked.class);

  ReplayTally() {}

  void add(ReleasePlan release, String outcome) {
    releases
        .computeIfAbsent(release.agreement() + "/" + release.release(), name -> new TreeMap<>())
        .merge(outcome, 1L, Long::sum);
  }

  void add(Unworked why, long count) {
    if (count > 0) {
      unworked.merge(why, count, Long::sum);
    }
  }

  /**
   * For each {@code agreement/release}: released, already replayed, and withheld or refused again
   * by reason. A record counts once for each release that lacked it, however many letters tell of
   * it.
   */
  public SortedMap<String, SortedMap<String, Long>> releases() {
    return Collections.unmodifiableSortedMap(releases);
  }

  /** Letters that were not tried. */
  public Map<Unworked, Long> unworked() {
    return Collections.unmodifiableMap(unworked);
  }
}
