package dev.weir.config.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalendarGridTest {

  private static final long FROM = Instant.parse("2023-12-04T00:00:00Z").toEpochMilli();
  private static final long TO = Instant.parse("2033-01-01T00:00:00Z").toEpochMilli();

  private static final List<String> SIZES =
      List.of(
          "PT30M", "PT1H", "PT5H", "PT6H", "PT24H", "PT48H", "P1D", "P2D", "P3D", "P7D", "P14D",
          "P21D", "P1M", "P2M", "P3M", "P5M", "P1Y", "P2Y");

  private static Set<Long> beginnings(CalendarGrid grid) {
    Set<Long> all = new HashSet<>();
    for (long at = grid.after(grid.floor(FROM)); at < TO; at = grid.after(at)) {
      assertThat(grid.floor(at)).as("a piece begins where another ends").isEqualTo(at);
      all.add(at);
    }
    return all;
  }

  /** Held against the calendar of nine years: no piece of the finer crosses a coarser one's end. */
  @Test
  void pieces_areMadeOfOthers_whereAllTheirEndsMeet() {
    for (String size : SIZES) {
      CalendarGrid coarser = CalendarGrid.of(size);
      for (String part : SIZES) {
        CalendarGrid finer = CalendarGrid.of(part);
        boolean meet = beginnings(finer).containsAll(beginnings(coarser));
        assertThat(coarser.isMadeOf(finer)).as("%s of %s", size, part).isEqualTo(meet);
      }
    }
  }

  @Test
  void most_isNeverBelowWhatThereIs() {
    for (String size : SIZES) {
      CalendarGrid coarser = CalendarGrid.of(size);
      for (String part : SIZES) {
        CalendarGrid finer = CalendarGrid.of(part);
        if (coarser.isMadeOf(finer)) {
          assertThat(coarser.most(finer)).isGreaterThanOrEqualTo(longest(coarser, finer));
        }
      }
    }
    assertThat(CalendarGrid.of("P1Y").most(CalendarGrid.of("P1M"))).isEqualTo(12);
    assertThat(CalendarGrid.of("P1D").most(CalendarGrid.of("PT1H"))).isEqualTo(24);
  }

  /** The most pieces of the finer in a piece of the coarser, counted. */
  private static int longest(CalendarGrid coarser, CalendarGrid finer) {
    int longest = 0;
    for (long at = coarser.after(coarser.floor(FROM)); at < TO; at = coarser.after(at)) {
      int pieces = 0;
      for (long of = at; of < coarser.after(at); of = finer.after(of)) {
        pieces++;
      }
      longest = Math.max(longest, pieces);
    }
    return longest;
  }
}
