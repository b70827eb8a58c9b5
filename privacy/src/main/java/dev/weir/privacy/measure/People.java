package dev.weir.privacy.measure;

import dev.weir.privacy.statistics.Contribution;
import java.math.BigDecimal;
import java.util.List;

/** How many distinct people. */
public record People() implements Measure {

  @Override
  public int cells() {
    return 1;
  }

  @Override
  public long code(BigDecimal value) {
    throw new UnsupportedOperationException("people are counted, whatever their records hold");
  }

  @Override
  public void add(long code, boolean newcomer, long[] cells, int at) {
    cells[at] += newcomer ? 1 : 0;
  }

  @Override
  public List<Part> parts(Contribution bounds) {
    return List.of(new Part(1, bounds.ofPeople(), Math.min(bounds.records(), bounds.groups())));
  }

  @Override
  public Figure figure(double[] noised, double[] within) {
    return Figure.of(Estimate.around(noised[0], within[0]));
  }

  @Override
  public int digits() {
    return 0;
  }
}
