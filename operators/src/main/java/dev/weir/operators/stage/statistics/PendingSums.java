package dev.weir.operators.stage.statistics;

import dev.weir.operators.statistics.PartialSums;
import dev.weir.operators.statistics.StatisticsRow;
import dev.weir.privacy.ledger.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Sums that are not told yet. Confined to one thread. */
final class PendingSums {

  /** More groups are told at once, so that memory has a bound. */
  private static final int MOST = 100_000;

  private final CountedRelease release;
  private final Consumer<PartialSums> out;
  private final Map<Span, Map<String, Pending>> windows = new HashMap<>();
  private long due = Long.MAX_VALUE;
  private int groups;

  private static final class Pending {
    private final long[] cells;
    private long records;

    private Pending(int cells) {
      this.cells = new long[cells];
    }
  }

  PendingSums(CountedRelease release, Consumer<PartialSums> out) {
    this.release = release;
    this.out = out;
  }

  /**
   * Adds what a record adds.
   *
   * @param newcomer whether its person has added nothing to this group and window before
   * @param counts whether the record is counted with this window
   */
  void add(Span window, StatisticsRow row, boolean newcomer, boolean counts) {
    Map<String, Pending> in = windows.computeIfAbsent(window, this::open);
    Pending sums = in.get(row.group());
    if (sums == null) {
      sums = new Pending(release.terms().cells());
      in.put(row.group(), sums);
      groups++;
    }
    sums.records += counts ? 1 : 0;
    release.terms().add(row.codes(), newcomer, sums.cells);
    if (groups >= MOST) {
      flush();
    }
  }

  private Map<String, Pending> open(Span window) {
    due = Math.min(due, release.windows().due(window));
    return new HashMap<>();
  }

  /** When the first of its windows is over; later than all time if it has none. */
  long due() {
    return due;
  }

  /** Tells all. */
  void flush() {
    windows.forEach(this::tell);
    windows.clear();
    groups = 0;
    due = Long.MAX_VALUE;
  }

  private void tell(Span window, Map<String, Pending> in) {
    String terms = release.statistics().terms();
    in.forEach(
        (group, sums) ->
            out.accept(
                new PartialSums(release.name(), terms, window, group, sums.records, sums.cells)));
  }
}
