package dev.weir.config.check;

import dev.weir.config.agreement.CalendarGrid;
import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.Window;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges a statistics release's windows against the period of its budget. */
final class PeriodCheck {

  private static final Duration LEAST = Duration.ofSeconds(1);

  /** A leap year's January, the longest of all months: what a period is measured from. */
  private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);

  private final Place place;

  PeriodCheck(Place place) {
    this.place = place;
  }

  void check(Release.Statistics release) {
    if (release.window() instanceof Window.Running running) {
      windows(release.perSubject().windows());
      length("every", running.every());
      longer(running.every(), release.budget().per());
    } else if (release.window() instanceof Window.Hopping hopping) {
      length("size", hopping.size());
      length("hop", hopping.hop());
      hops(hopping);
    } else if (release.window() instanceof Window.Tumbling tumbling) {
      tumbling.sizes().forEach(size -> length(null, size));
      sizes(tumbling.sizes(), release.budget().per());
    }
  }

  /** Years, months or days, or a duration of at least a minute: what calendars part evenly. */
  private void length(@Nullable String key, TemporalAmount size) {
    if (!isEven(size)) {
      Place window = place.key("window");
      (key == null ? window : window.key(key))
          .note(
              CheckRule.STATISTICS_BOUNDS,
              "Windows are of one unit of the calendar, or of a time of whole seconds",
              "Write PT1H, P1D, P7D or P1M, for example");
    }
  }

  private static boolean isEven(TemporalAmount size) {
    long units =
        size.getUnits().stream()
            .filter(unit -> size.get(unit) != 0)
            .filter(unit -> unit != ChronoUnit.NANOS)
            .count();
    boolean fraction = size instanceof Duration duration && duration.getNano() != 0;
    return units == 1 && !fraction && length(size).compareTo(LEAST) >= 0;
  }

  /** Of several, so that what one person adds to the finest bounds what is added to all. */
  private void sizes(List<TemporalAmount> sizes, TemporalAmount per) {
    if (sizes.size() == 1 || !sizes.stream().allMatch(PeriodCheck::isEven)) {
      return;
    }
    List<CalendarGrid> grids =
        sizes.stream().map(size -> CalendarGrid.of(size.toString())).toList();
    for (int at = 1; at < grids.size(); at++) {
      CalendarGrid finer = grids.get(at - 1);
      if (!grids.get(at).isMadeOf(finer) || finer.isMadeOf(grids.get(at))) {
        unfit(at, "A window of this size is not made of several whole ones of the size before");
      }
    }
    if (!CalendarGrid.of(per.toString()).isMadeOf(grids.get(grids.size() - 1))) {
      unfit(sizes.size() - 1, "A period of the budget is not made of whole windows of this size");
    }
  }

  private void unfit(int size, String message) {
    place
        .key("window")
        .item(size)
        .note(
            CheckRule.STATISTICS_BOUNDS,
            message,
            "List sizes from the finest on that part one another and the period: [PT1H, P1D], for"
                + " example");
  }

  private void hops(Window.Hopping hopping) {
    if (length(hopping.hop()).compareTo(length(hopping.size())) > 0) {
      place
          .key("window")
          .key("hop")
          .note(
              CheckRule.STATISTICS_BOUNDS,
              "The hop is longer than the window, so that records between would never be counted",
              "Write a hop that is no longer than the size");
    }
  }

  private void windows(int windows) {
    if (windows != 1) {
      place
          .key("perSubject")
          .key("windows")
          .note(
              CheckRule.STATISTICS_BOUNDS,
              "Running totals bound a person over the whole period, as one window",
              "Write windows: 1");
    }
  }

  private void longer(TemporalAmount every, TemporalAmount per) {
    if (length(every).compareTo(length(per)) > 0) {
      place
          .key("window")
          .key("every")
          .note(
              CheckRule.STATISTICS_BOUNDS,
              "The running total is longer than the period of its budget",
              "Write a shorter one, or a longer period");
    }
  }

  private static Duration length(TemporalAmount amount) {
    return Duration.between(START, START.plus(amount));
  }
}
