package dev.weir.privacy.generalize;

/**
 * A run of codes, both ends included; of a grid, the cells that are expected.
 *
 * @param low at most {@code high}
 */
public record Span(long low, long high) {

  public Span {
    if (low > high) {
      throw new IllegalArgumentException("A span ends before it begins");
    }
  }

  public boolean holds(long code) {
    return low <= code && code <= high;
  }

  double loss(long from, long to) {
    if (from == to) {
      return 0;
    }
    return low == high ? 1 : Math.min(1, ((double) to - from) / ((double) high - low));
  }
}
