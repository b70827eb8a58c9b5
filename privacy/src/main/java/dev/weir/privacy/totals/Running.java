package dev.weir.privacy.totals;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;

/**
 * What one group's totals keep between steps.
 *
 * @param step how many steps have been released
 * @param exact secret: ten sums in multiples of 2^-60, below 2^125
 * @param published ten numbers that follow from what was released
 * @param total the last that was released; 0 before the first
 */
public record Running(int step, List<BigInteger> exact, List<Double> published, double total) {

  /** Refuses what no totals left. */
  public Running {
    if (step < 0 || exact.size() != Decay.BUFFERS || published.size() != Decay.BUFFERS) {
      throw new IllegalArgumentException("not the state of totals");
    }
    exact = List.copyOf(exact);
    published = List.copyOf(published);
  }

  /** Of a group in which nobody has been yet; also where others are further on. */
  public static Running start() {
    return new Running(
        0,
        Collections.nCopies(Decay.BUFFERS, BigInteger.ZERO),
        Collections.nCopies(Decay.BUFFERS, 0.0),
        0);
  }

  /** Without the sums. */
  @Override
  public String toString() {
    return "Running[step=" + step + "]";
  }
}
