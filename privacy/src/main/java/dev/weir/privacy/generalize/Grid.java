package dev.weir.privacy.generalize;

/** Cells of one width on a line; a set is a run of cells. Codes are the numbers of cells. */
public sealed interface Grid extends Axis permits IntegerGrid, DecimalGrid, DateGrid, InstantGrid {

  /** The cells that loss is measured by. Values outside are placed too; their loss ends at 1. */
  Span span();

  @Override
  default double loss(long low, long high) {
    return span().loss(low, high);
  }

  @Override
  default long from(long low, long high) {
    return low;
  }

  @Override
  default long to(long low, long high) {
    return high;
  }
}
