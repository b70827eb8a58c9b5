package dev.weir.privacy.generalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class GridTest {

  private static final LocalDate BORN = LocalDate.of(1946, 7, 15);

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  @Test
  void integers_areRunsOfCellsWithBothEndsIn() {
    IntegerGrid grid = IntegerGrid.of(5, 17, 90);
    assertThat(grid.shown(grid.cell(30), grid.cell(39))).isEqualTo(new Shown.Integers(30, 39));
    assertThat(grid.shown(grid.cell(-1), grid.cell(-1))).isEqualTo(new Shown.Integers(-5, -1));
    assertThat(grid.loss(grid.cell(17), grid.cell(90))).isEqualTo(1);
    assertThat(grid.loss(grid.cell(30), grid.cell(34))).isZero();
  }

  @Test
  void stepOfOne_showsTheValueItself_andLosesWidthOverDomain() {
    IntegerGrid grid = IntegerGrid.of(1, 17, 90);
    assertThat(grid.shown(42, 42)).isEqualTo(new Shown.Integers(42, 42));
    assertThat(grid.loss(20, 30)).isEqualTo(10 / 73.0);
    assertThat(grid.loss(-1000, 1000)).isEqualTo(1);
  }

  @Test
  void numbers_endBeforeTheNextCell() {
    DecimalGrid grid = DecimalGrid.of(number("0.5"), number("0"), number("10"));
    long low = grid.cell(number("1.49")).orElseThrow();
    assertThat(grid.shown(low, low)).isEqualTo(new Shown.Numbers(number("1.0"), number("1.5")));
    assertThat(grid.cell(number("-0.01"))).hasValue(-1);
  }

  @Test
  void numberTooLargeForTheGrid_hasNoCell_andTakesNoTime() {
    DecimalGrid grid = DecimalGrid.of(number("0.01"), number("0"), number("10"));
    assertThat(grid.cell(number("1e999999999"))).isEmpty();
    assertThat(grid.cell(number("1e16"))).isEmpty();
    assertThat(grid.cell(number("1e-999999999"))).hasValue(0);
    assertThat(grid.cell(number("-1e-999999999"))).hasValue(-1);
    assertThat(grid.cell(number("0e999999999"))).hasValue(0);
  }

  @Test
  void dates_areCellsOfMonthsOrDaysFromTheEpoch() {
    DateGrid years = DateGrid.of(Period.ofYears(5), LocalDate.EPOCH, LocalDate.EPOCH);
    long cell = years.cell(BORN);
    assertThat(years.shown(cell, cell))
        .isEqualTo(new Shown.Dates(LocalDate.of(1945, 1, 1), LocalDate.of(1949, 12, 31)));
    DateGrid days = DateGrid.of(Period.ofDays(1), LocalDate.EPOCH, LocalDate.EPOCH);
    assertThat(days.shown(days.cell(BORN), days.cell(BORN))).isEqualTo(new Shown.Dates(BORN, BORN));
  }

  @Test
  void stepsThatAreNoWidth_areRefused() {
    Span span = new Span(0, 1);
    assertThatThrownBy(() -> new IntegerGrid(0, span)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DecimalGrid(number("-1"), span))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DateGrid(Period.of(0, 1, 1), span))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DateGrid(Period.ZERO, span))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Span(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void day_liesInTheCellThatShowsIt(
      @ForAll @LongRange(min = -60_000, max = 60_000) long epochDay,
      @ForAll @IntRange(min = 1, max = 400) int width,
      @ForAll boolean months) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    Period step = months ? Period.ofMonths(width) : Period.ofDays(width);
    DateGrid grid = DateGrid.of(step, LocalDate.EPOCH, LocalDate.EPOCH);
    Shown.Dates shown = (Shown.Dates) grid.shown(grid.cell(day), grid.cell(day));
    assertThat(day).isBetween(shown.from(), shown.to());
    assertThat(shown.to()).isEqualTo(shown.from().plus(step).minusDays(1));
  }

  @Property
  void number_liesInTheCellThatShowsIt(
      @ForAll BigDecimal value, @ForAll @LongRange(min = 1, max = 1_000_000) long step) {
    DecimalGrid grid = DecimalGrid.of(BigDecimal.valueOf(step, 3), BigDecimal.ZERO, BigDecimal.TEN);
    grid.cell(value)
        .ifPresent(
            cell -> {
              Shown.Numbers shown = (Shown.Numbers) grid.shown(cell, cell);
              assertThat(value).isGreaterThanOrEqualTo(shown.from()).isLessThan(shown.to());
            });
  }
}
