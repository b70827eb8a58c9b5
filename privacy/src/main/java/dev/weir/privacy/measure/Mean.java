package dev.weir.privacy.measure;

import dev.weir.privacy.statistics.Contribution;
import dev.weir.privacy.statistics.FixedPoint;
import java.math.BigDecimal;
import java.util.List;

/** The mean of clamped values, over the records that have one. */
public final class Mean implements Measure {

  private final FixedPoint values;
  private final Centered centered;

  public Mean(FixedPoint values) {
    this.values = values;
    this.centered = Centered.of(values);
  }

  FixedPoint values() {
    return values;
  }

  @Override
  public int cells() {
    return 2;
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
    }
  }

  @Override
  public List<Part> parts(Contribution bounds) {
    double sums = centered.sensitivity(bounds);
    return List.of(Part.of(1, bounds.ofCounts()), Part.of(1, sums));
  }

  @Override
  public Figure figure(double[] noised, double[] within) {
    return Figure.of(centered.value(Ratio.of(noised[1], within[1], noised[0], within[0])));
  }

  @Override
  public int digits() {
    return new Sum(values).digits();
  }
}
