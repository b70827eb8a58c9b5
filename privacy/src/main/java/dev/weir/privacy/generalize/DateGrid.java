package dev.weir.privacy.generalize;

import java.time.LocalDate;
import java.time.Period;

/**
 * Days in cells of whole months or whole days, origin 1970-01-01.
 *
 * @param step above 0, and either years and months or days
 */
public record DateGrid(Period step, Span span) implements Grid {

  private static final LocalDate ORIGIN = LocalDate.EPOCH;

  public DateGrid {
    boolean mixed = step.toTotalMonths() != 0 && step.getDays() != 0;
    if (mixed || step.isZero() || step.isNegative()) {
      throw new IllegalArgumentException("A step is above 0, of months or of days");
    }
  }

  /** With the earliest and latest day that are expected. */
  public static DateGrid of(Period step, LocalDate earliest, LocalDate latest) {
    DateGrid grid = new DateGrid(step, new Span(0, 0));
    return new DateGrid(step, new Span(grid.cell(earliest), grid.cell(latest)));
  }

  public long cell(LocalDate day) {
    long months = step.toTotalMonths();
    return months == 0
        ? Math.floorDiv(day.toEpochDay(), (long) step.getDays())
        : Math.floorDiv((day.getYear() - 1970) * 12L + day.getMonthValue() - 1, months);
  }

  @Override
  public Shown shown(long from, long to) {
    return new Shown.Dates(start(from), start(to + 1).minusDays(1));
  }

  private LocalDate start(long cell) {
    return ORIGIN.plusMonths(step.toTotalMonths() * cell).plusDays(step.getDays() * cell);
  }
}
