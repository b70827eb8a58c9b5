package dev.weir.operators.cohort;

import dev.weir.config.LogicalType;
import dev.weir.operators.record.Reason;
import dev.weir.operators.rfc3339.Dates;
import dev.weir.operators.rfc3339.Times;
import dev.weir.privacy.generalize.Axis;
import dev.weir.privacy.generalize.DateGrid;
import dev.weir.privacy.generalize.DecimalGrid;
import dev.weir.privacy.generalize.InstantGrid;
import dev.weir.privacy.generalize.IntegerGrid;
import dev.weir.privacy.generalize.Prefixes;
import dev.weir.privacy.generalize.Shown;
import dev.weir.privacy.generalize.Span;
import dev.weir.privacy.generalize.Tree;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What finds the cells of values on an axis. */
public final class PointCodes {

  /** As for treatments: reading a longer number costs more than it is worth. */
  private static final int LONGEST_NUMBER = 1000;

  /** So that no step beside a cell leaves what a long can count. */
  private static final long MOST = Long.MAX_VALUE / 2;

  private PointCodes() {}

  /**
   * @param type of the values
   * @param zone of times without an offset; null: they have one
   */
  public static PointCode of(Axis axis, LogicalType type, @Nullable ZoneId zone) {
    if (axis instanceof IntegerGrid grid) {
      return (text, from, to, codes, at) -> integer(grid, text(text, from, to), codes, at);
    } else if (axis instanceof DecimalGrid grid) {
      return (text, from, to, codes, at) -> number(grid, text(text, from, to), codes, at);
    } else if (axis instanceof DateGrid grid) {
      Span shown = shown(grid);
      return type == LogicalType.DATE
          ? (text, from, to, codes, at) -> day(grid, shown, Dates.day(text, from, to), codes, at)
          : (text, from, to, codes, at) ->
              day(grid, shown, day(Times.millis(text, from, to, zone)), codes, at);
    } else if (axis instanceof InstantGrid grid) {
      Span shown = shown(grid);
      return (text, from, to, codes, at) ->
          instant(grid, shown, Times.millis(text, from, to, zone), codes, at);
    }
    return ofName(axis);
  }

  private static PointCode ofName(Axis axis) {
    if (axis instanceof Prefixes prefixes) {
      return (text, from, to, codes, at) ->
          found(prefixes.code(text(text, from, to)), Reason.OUT_OF_RANGE, codes, at);
    }
    Tree tree = (Tree) axis;
    return (text, from, to, codes, at) ->
        found(tree.code(text(text, from, to)), Reason.NOT_IN_HIERARCHY, codes, at);
  }

  private static String text(byte[] text, int from, int to) {
    return new String(text, from, to - from, StandardCharsets.UTF_8);
  }

  private static @Nullable Reason integer(IntegerGrid grid, String text, long[] codes, int at) {
    try {
      long value = Long.parseLong(text);
      if (value > -MOST && value < MOST && grid.step() < MOST) {
        codes[at] = grid.cell(value);
        return null;
      }
    } catch (NumberFormatException tooLarge) {
      return Reason.OUT_OF_RANGE;
    }
    return Reason.OUT_OF_RANGE;
  }

  private static @Nullable Reason number(DecimalGrid grid, String text, long[] codes, int at) {
    try {
      return text.length() > LONGEST_NUMBER
          ? Reason.OUT_OF_RANGE
          : found(grid.cell(new BigDecimal(text)), Reason.OUT_OF_RANGE, codes, at);
    } catch (NumberFormatException tooLarge) {
      return Reason.OUT_OF_RANGE;
    }
  }

  private static long day(long millis) {
    return millis == Dates.NONE ? Dates.NONE : Math.floorDiv(millis, Dates.MILLIS);
  }

  private static @Nullable Reason day(DateGrid grid, Span shown, long day, long[] codes, int at) {
    if (!Dates.writable(day)) {
      return Reason.OUT_OF_RANGE;
    }
    return within(shown, grid.cell(LocalDate.ofEpochDay(day)), codes, at);
  }

  private static @Nullable Reason instant(
      InstantGrid grid, Span shown, long millis, long[] codes, int at) {
    return millis == Dates.NONE ? Reason.OUT_OF_RANGE : within(shown, grid.cell(millis), codes, at);
  }

  private static @Nullable Reason within(Span shown, long cell, long[] codes, int at) {
    if (!shown.holds(cell)) {
      return Reason.OUT_OF_RANGE;
    }
    codes[at] = cell;
    return null;
  }

  /** Cells whose first and last day four digits can write the years of. */
  private static Span shown(DateGrid grid) {
    long from = grid.cell(LocalDate.ofEpochDay(Dates.FIRST));
    long to = grid.cell(LocalDate.ofEpochDay(Dates.LAST));
    Shown.Dates first = (Shown.Dates) grid.shown(from, from);
    Shown.Dates last = (Shown.Dates) grid.shown(to, to);
    return new Span(
        Dates.writable(first.from().toEpochDay()) ? from : from + 1,
        Dates.writable(last.to().toEpochDay()) ? to : to - 1);
  }

  /** The same of instants, where the last is a cell's end. */
  private static Span shown(InstantGrid grid) {
    long step = grid.step().toMillis();
    return new Span(
        -Math.floorDiv(-Dates.FIRST * Dates.MILLIS, step),
        Math.floorDiv((Dates.LAST + 1) * Dates.MILLIS - 1, step) - 1);
  }

  private static @Nullable Reason found(OptionalLong code, Reason otherwise, long[] codes, int at) {
    if (code.isEmpty()) {
      return otherwise;
    }
    codes[at] = code.getAsLong();
    return null;
  }
}
