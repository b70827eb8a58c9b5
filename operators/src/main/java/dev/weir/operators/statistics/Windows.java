package dev.weir.operators.statistics;

import dev.weir.config.agreement.CalendarGrid;
import dev.weir.plan.StatisticsPlan;
import dev.weir.privacy.ledger.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The windows of a release, by the calendar alone. Of running totals a window is a step: what is
 * told at its end is the total since {@link #whole}'s beginning.
 */
public final class Windows {

  private final CalendarGrid size;
  private final CalendarGrid hop;
  private final CalendarGrid period;
  private final @Nullable Long since;
  private final long lateness;

  private Windows(
      CalendarGrid size,
      CalendarGrid hop,
      CalendarGrid period,
      @Nullable Long since,
      long lateness) {
    this.size = size;
    this.hop = hop;
    this.period = period;
    this.since = since;
    this.lateness = lateness;
  }

  /** Those that the plan asks for, of its finest size. */
  public static Windows of(StatisticsPlan plan) {
    return of(plan, plan.window().size());
  }

  /** Those of one of the plan's sizes. */
  static Windows of(StatisticsPlan plan, String length) {
    StatisticsPlan.Window window = plan.window();
    String since = window.since();
    CalendarGrid size = CalendarGrid.of(length);
    return new Windows(
        size,
        window.hop() == null ? size : CalendarGrid.of(window.hop()),
        CalendarGrid.of(plan.budget().per()),
        since == null ? null : Instant.parse(since).toEpochMilli(),
        Lateness.millis(plan.lateness()));
  }

  /** Whether they are the steps of running totals. */
  public boolean running() {
    return since != null;
  }

  /** The windows that a time lies in, by their beginnings; none before running totals begin. */
  public List<Span> of(long time) {
    if (since != null) {
      return time < since ? List.of() : List.of(step(time));
    }
    long start = hop.floor(time);
    List<Span> windows = new ArrayList<>(1);
    while (size.after(start) > time) {
      windows.add(0, new Span(start, size.after(start)));
      start = hop.floor(start - 1);
    }
    return windows;
  }

  private Span step(long time) {
    Span whole = whole(time);
    long start = size.floor(time);
    return new Span(Math.max(whole.from(), start), Math.min(whole.to(), size.after(start)));
  }

  /** The part of the period that totals run over. */
  private Span whole(long time) {
    Span all = period(time);
    return new Span(Math.max(all.from(), since == null ? all.from() : since), all.to());
  }

  private Span period(long time) {
    long start = period.floor(time);
    return new Span(start, period.after(start));
  }

  /** That one of windows which follow one another that a time lies in. */
  public Span at(long time) {
    return window(size.floor(time));
  }

  /** Those that lie in a span which is made of whole ones. */
  public List<Span> in(Span span) {
    List<Span> all = new ArrayList<>();
    for (Span window = first(span.from()); window.to() <= span.to(); window = next(window)) {
      all.add(window);
    }
    return all;
  }

  /** How many windows of the other a window is made of at the most. */
  int most(Windows finer) {
    return size.most(finer.size);
  }

  /** The period of the budget that a window belongs to: that in which it ends. */
  public Span period(Span window) {
    return period(window.to() - 1);
  }

  /** Within what a person is bounded, and what a row tells of: the window, or the whole run. */
  public Span whole(Span window) {
    return since == null ? window : whole(window.from());
  }

  /** The first window that begins at that time or after it. */
  public Span first(long time) {
    long from = since == null ? time : Math.max(time, since);
    if (since != null) {
      Span at = step(from);
      return at.from() == from ? at : step(at.to());
    }
    long start = hop.floor(from);
    return window(start == from ? start : hop.after(start));
  }

  /** The one that begins next. */
  public Span next(Span window) {
    return since == null ? window(hop.after(window.from())) : step(window.to());
  }

  private Span window(long start) {
    return new Span(start, size.after(start));
  }

  /** From when on by the broker's clock nothing is added to it, and it is drawn. */
  public long due(Span window) {
    return window.to() + lateness;
  }

  /** When nothing is added to any window of that period any more. */
  public long dueOfAll(Span ofPeriod) {
    return ofPeriod.to() + lateness;
  }

  /** How many steps the longest run of totals has at the most. */
  public int steps() {
    return Math.toIntExact(Math.min(1 << 20, period.most() / size.least() + 2));
  }
}
