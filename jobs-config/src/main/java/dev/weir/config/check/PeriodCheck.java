package dev.weir.config.check;

import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.Window;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAmount;

/** Judges a statistics release's windows against the period of its budget. */
final class PeriodCheck {

  /** A leap year's January, the longest of all months: what a period is measured from. */
  private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);

  private final Place place;

  PeriodCheck(Place place) {
    this.place = place;
  }

  void check(Release.Statistics release) {
    if (release.window() instanceof Window.Running running) {
      windows(release.perSubject().windows());
      longer(running.every(), release.budget().per());
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
