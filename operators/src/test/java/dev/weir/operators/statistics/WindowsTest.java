package dev.weir.operators.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.plan.BudgetPlan;
import dev.weir.plan.StatisticsPlan;
import dev.weir.privacy.ledger.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WindowsTest {

  private static Windows windows(
      String size, @Nullable String hop, @Nullable String since, String per) {
    return Windows.of(
        new StatisticsPlan(
            "uid",
            new StatisticsPlan.Window(size, hop, since),
            "PT5M",
            List.of(),
            List.of(),
            new StatisticsPlan.Bounds(1, 1, 1),
            new BudgetPlan(BigDecimal.ONE, new BigDecimal("1e-9"), per),
            List.of(),
            "terms"));
  }

  private static Span span(String from, String to) {
    return new Span(at(from), at(to));
  }

  private static long at(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  @Test
  void windows_areOfTheCalendar() {
    long time = at("2026-03-18T13:59:59.999Z");
    assertThat(windows("PT1H", null, null, "P1D").of(time))
        .containsExactly(span("2026-03-18T13:00:00Z", "2026-03-18T14:00:00Z"));
    assertThat(windows("P1D", null, null, "P1M").of(time))
        .containsExactly(span("2026-03-18T00:00:00Z", "2026-03-19T00:00:00Z"));
    assertThat(windows("P7D", null, null, "P1M").of(time))
        .as("from Mondays on")
        .containsExactly(span("2026-03-16T00:00:00Z", "2026-03-23T00:00:00Z"));
    assertThat(windows("P1M", null, null, "P1Y").of(time))
        .containsExactly(span("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"));
    assertThat(windows("P3M", null, null, "P1Y").of(time))
        .containsExactly(span("2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z"));
  }

  @Test
  void hoppingWindows_overlap() {
    assertThat(windows("PT1H", "PT15M", null, "P1D").of(at("2026-03-18T13:20:00Z")))
        .containsExactly(
            span("2026-03-18T12:30:00Z", "2026-03-18T13:30:00Z"),
            span("2026-03-18T12:45:00Z", "2026-03-18T13:45:00Z"),
            span("2026-03-18T13:00:00Z", "2026-03-18T14:00:00Z"),
            span("2026-03-18T13:15:00Z", "2026-03-18T14:15:00Z"));
  }

  @Test
  void window_belongsToThePeriodInWhichItEnds() {
    Windows hours = windows("PT1H", null, null, "P1D");
    assertThat(hours.period(span("2026-03-18T23:00:00Z", "2026-03-19T00:00:00Z")))
        .isEqualTo(span("2026-03-18T00:00:00Z", "2026-03-19T00:00:00Z"));
    Windows hops = windows("PT1H", "PT15M", null, "P1D");
    assertThat(hops.period(span("2026-03-18T23:30:00Z", "2026-03-19T00:30:00Z")))
        .isEqualTo(span("2026-03-19T00:00:00Z", "2026-03-20T00:00:00Z"));
    Windows weeks = windows("P7D", null, null, "P1M");
    assertThat(weeks.period(span("2026-03-30T00:00:00Z", "2026-04-06T00:00:00Z")))
        .isEqualTo(span("2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z"));
  }

  @Test
  void runningTotals_areOfOnePeriod_andBeginAnewWithTheNext() {
    Windows totals = windows("PT1H", null, "2026-03-18T10:00:00Z", "P1D");
    assertThat(totals.of(at("2026-03-18T09:59:59Z"))).isEmpty();
    Span first = totals.first(at("2026-03-01T00:00:00Z"));
    assertThat(first).isEqualTo(span("2026-03-18T10:00:00Z", "2026-03-18T11:00:00Z"));
    assertThat(totals.whole(first)).isEqualTo(span("2026-03-18T10:00:00Z", "2026-03-19T00:00:00Z"));
    Span last = span("2026-03-18T23:00:00Z", "2026-03-19T00:00:00Z");
    assertThat(totals.whole(totals.next(last)))
        .isEqualTo(span("2026-03-19T00:00:00Z", "2026-03-20T00:00:00Z"));
    assertThat(totals.steps()).isGreaterThanOrEqualTo(24);
  }

  @Test
  void window_isDueWhenItsLatenessIsOver() {
    assertThat(
            windows("PT1H", null, null, "P1D")
                .due(span("2026-03-18T13:00:00Z", "2026-03-18T14:00:00Z")))
        .isEqualTo(at("2026-03-18T14:05:00Z"));
  }

  /** Whatever the calendar: what contains a time is what follows on from the first, and no more. */
  @Property
  void everyTime_liesInTheWindowsThatContainIt(
      @ForAll @LongRange(min = -4_000_000_000_000L, max = 4_000_000_000_000L) long time) {
    for (Windows windows :
        List.of(
            windows("PT1H", null, null, "P1D"),
            windows("P1D", null, null, "P7D"),
            windows("P7D", null, null, "P1M"),
            windows("P1M", null, null, "P1Y"),
            windows("PT50M", "PT20M", null, "P1D"),
            windows("P1M", "P7D", null, "P1Y"))) {
      List<Span> containing = windows.of(time);
      List<Span> following = new ArrayList<>();
      Span next = windows.first(time - 40L * 86_400_000);
      while (next.from() <= time) {
        if (next.contains(time)) {
          following.add(next);
        }
        next = windows.next(next);
      }
      assertThat(containing).isEqualTo(following).isNotEmpty();
    }
  }
}
