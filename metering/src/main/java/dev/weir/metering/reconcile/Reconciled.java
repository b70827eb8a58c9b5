package dev.weir.metering.reconcile;

import java.time.YearMonth;
import java.util.List;

/**
 * A month, reconciled.
 *
 * @param minutes those that do not agree, or of which nobody can tell
 * @param charges empty: nobody was charged, and nobody had to be
 * @param notes what else speaks against it, in words
 */
public record Reconciled(
    YearMonth month,
    List<ReleaseRow> releases,
    List<MinuteRow> minutes,
    List<ChargeRow> charges,
    List<String> notes) {
  public Reconciled {
    releases = List.copyOf(releases);
    minutes = List.copyOf(minutes);
    charges = List.copyOf(charges);
    notes = List.copyOf(notes);
  }

  /** Whether all was looked at and is the same. */
  public boolean agrees() {
    return minutes.stream().allMatch(row -> row.verdict() == MinuteRow.Verdict.PENDING)
        && charges.stream().allMatch(ChargeRow::agrees)
        && notes.isEmpty();
  }
}
