package dev.weir.privacy.measure;

import dev.weir.privacy.statistics.Contribution;
import dev.weir.privacy.statistics.FixedPoint;
import java.math.BigDecimal;
import java.util.List;

/**
 * The variance of clamped values, over the records that have one: the mean of the squares less the
 * square of the mean, both of distances from the middle of the clamp, whose ends are at most 2^31
 * steps apart.
 */
public final class Variance implements Measure {

  private static final long MOST = 1L << 31;

  /** Squares are summed in units that a sum has room for. */
  private static final int BITS = 40;

  private final FixedPoint values;
  private final Centered centered;
  private final int shift;

  /** Refuses what has more steps. */
  public Variance(FixedPoint values) {
    this.values = values;
    this.centered = Centered.of(values);
    long most = centered.most();
    if (most > MOST) {
      throw new IllegalArgumentException("a variance is of at most 2^31 steps");
    }
    this.shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(most * most) - BITS);
  }

  FixedPoint values() {
    return values;
  }

  @Override
  public int cells() {
    return 3;
  }

  @Override
  public long code(BigDecimal value) {
    return centered.code(value);
  }

  @Override
  public void add(long code, boolean newcomer, long[] cells, int at) {
    if (code != ABSENT) {
      cells[at]++;
      cells[at + 1] = Math.addExact(cells[at + 1], code);
      cells[at + 2] = Math.addExact(cells[at + 2], square(code));
    }
  }

  private long square(long distance) {
    return distance * distance >> shift;
  }

  @Override
  public List<Part> parts(Contribution bounds) {
    long squares = Math.max(1, square(centered.most()));
    return List.of(
        Part.of(1, bounds.ofCounts()),
        Part.of(1, centered.sensitivity(bounds)),
        Part.of(1, Math.multiplyExact((long) bounds.records(), squares)));
  }

  @Override
  public Figure figure(double[] noised, double[] within) {
    double unit = Math.scalb(1.0, shift);
    Estimate mean = Ratio.of(noised[1], within[1], noised[0], within[0]);
    Estimate squares = Ratio.of(noised[2], within[2], noised[0], within[0]).times(unit);
    double farthest = Math.max(Math.abs(mean.low()), Math.abs(mean.high()));
    boolean zero = mean.low() <= 0 && mean.high() >= 0;
    double nearest = zero ? 0 : Math.min(Math.abs(mean.low()), Math.abs(mean.high()));
    double most = (double) centered.most() * centered.most();
    double step = values.step().doubleValue();
    return Figure.of(
        new Estimate(
                squares.value() - mean.value() * mean.value(),
                squares.low() - farthest * farthest,
                squares.high() + unit - nearest * nearest)
            .clamped(0, most)
            .times(step * step));
  }

  @Override
  public int digits() {
    return 2 * new Sum(values).digits();
  }
}
