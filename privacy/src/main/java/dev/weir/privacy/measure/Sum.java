package dev.weir.privacy.measure;

import dev.weir.privacy.statistics.Contribution;
import dev.weir.privacy.statistics.FixedPoint;
import java.math.BigDecimal;
import java.util.List;

/** The sum of clamped values; records without a value add nothing. */
public record Sum(FixedPoint values) implements Measure {

  @Override
  public int cells() {
    return 1;
  }

  @Override
  public long code(BigDecimal value) {
    return values.steps(value);
  }

  @Override
  public void add(long code, boolean newcomer, long[] cells, int at) {
    if (code != ABSENT) {
      cells[at] = Math.addExact(cells[at], code);
    }
  }

  @Override
  public List<Part> parts(Contribution bounds) {
    return List.of(Part.of(1, bounds.ofSums(values)));
  }

  @Override
  public Figure figure(double[] noised, double[] within) {
    return Figure.of(Estimate.around(noised[0], within[0]).times(values.step().doubleValue()));
  }

  @Override
  public boolean addsUp() {
    return true;
  }

  @Override
  public int digits() {
    return Math.max(0, values.step().stripTrailingZeros().scale());
  }
}
