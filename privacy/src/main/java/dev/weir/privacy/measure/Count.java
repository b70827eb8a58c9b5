package dev.weir.privacy.measure;

import dev.weir.privacy.statistics.Contribution;
import java.math.BigDecimal;
import java.util.List;

/** How many records. */
public record Count() implements Measure {

  @Override
  public int cells() {
    return 1;
  }

  @Override
  public long code(BigDecimal value) {
    throw new UnsupportedOperationException("records are counted, whatever they hold");
  }

  @Override
  public void add(long code, boolean newcomer, long[] cells, int at) {
    cells[at]++;
  }

  @Override
  public List<Part> parts(Contribution bounds) {
    return List.of(Part.of(1, bounds.ofCounts()));
  }

  @Override
  public Figure figure(double[] noised, double[] within) {
    return Figure.of(Estimate.around(noised[0], within[0]));
  }

  @Override
  public boolean addsUp() {
    return true;
  }

  @Override
  public int digits() {
    return 0;
  }
}
