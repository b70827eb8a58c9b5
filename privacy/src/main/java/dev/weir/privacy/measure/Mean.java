package dev.weir.privacy.measure;

import dev.weir.privacy.statistics.Contribution;
import dev.weir.privacy.statistics.FixedPoint;
import java.math.BigDecimal;
import java.util.List;

/** The mean of clamped values, over the records that have one. */
public record Mean(FixedPoint values) implements Measure {

  @Override
  public int cells() {
    return 2;
  }

  @Override
  public long code(BigDecimal value) {
    return values.steps(value) - Centered.of(values).middle();
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
    double sums = Centered.of(values).sensitivity(bounds);
    return List.of(Part.of(1, bounds.ofCounts()), Part.of(1, sums));
  }

  @Override
  public Figure figure(double[] noised, double[] within) {
    return Figure.of(
        Centered.of(values).value(Ratio.of(noised[1], within[1], noised[0], within[0])));
  }

  @Override
  public int digits() {
    return new Sum(values).digits();
  }
}
