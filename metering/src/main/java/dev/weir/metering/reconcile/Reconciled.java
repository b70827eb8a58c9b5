package dev.weir.metering.reconcile;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A month, reconciled.
 *
 * @param minutes those that do not agree, or of which nobody can tell
 * @param charges empty: nobody was charged, and nobody had to be
 * @param again by agreement id, records that the topics hold again: they are charged once, and
 *     speak against nothing
 * @param notes what else speaks against it, in words
 */
public record Reconciled(
    YearMonth month,
    List<ReleaseRow> releases,
    List<MinuteRow> minutes,
    List<ChargeRow> charges,
    SortedMap<String, Long> again,
    List<String> notes) {
  public Reconciled {
    releases = List.copyOf(releases);
    minutes = List.copyOf(minutes);
    charges = List.copyOf(charges);
    again = Collections.unmodifiableSortedMap(new TreeMap<>(again));
    notes = List.copyOf(notes);
  }

  /** Whether all was looked at and is the same. */
  public boolean agrees() {
    return minutes.stream().allMatch(row -> row.verdict() == MinuteRow.Verdict.PENDING)
        && charges.stream().allMatch(ChargeRow::agrees)
        && notes.isEmpty();
  }
}
