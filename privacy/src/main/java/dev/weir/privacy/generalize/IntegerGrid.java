package dev.weir.privacy.generalize;

/**
 * Whole numbers in cells of a step, origin 0.
 *
 * @param step at least 1
 */
public record IntegerGrid(long step, Span span) implements Grid {

  public IntegerGrid {
    if (step < 1) {
      throw new IllegalArgumentException("A step is at least 1");
    }
  }

  /** With the lowest and highest value that are expected. */
  public static IntegerGrid of(long step, long lowest, long highest) {
    return new IntegerGrid(
        step, new Span(Math.floorDiv(lowest, step), Math.floorDiv(highest, step)));
  }

  /** The cell of a value: any but those within a step of the ends of {@code long}. */
  public long cell(long value) {
    return Math.floorDiv(value, step);
  }

  @Override
  public Shown shown(long from, long to) {
    return new Shown.Integers(from * step, to * step + step - 1);
  }
}
