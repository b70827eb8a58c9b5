package dev.weir.privacy.generalize;

/**
 * The cells that are expected, both ends included.
 *
 * @param low at most {@code high}
 */
public record Span(long low, long high) {

  public Span {
    if (low > high) {
      throw new IllegalArgumentException("A span ends before it begins");
    }
  }

  double loss(long from, long to) {
    if (from == to) {
      return 0;
    }
    return low == high ? 1 : Math.min(1, ((double) to - from) / ((double) high - low));
  }
}
