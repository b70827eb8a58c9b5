package dev.weir.privacy.measure;

import dev.weir.privacy.statistics.Contribution;
import dev.weir.privacy.statistics.FixedPoint;
import dev.weir.privacy.totals.Ranks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Values below which given parts of all values lie.
 *
 * @param ranks between 0 and 1
 * @param values clamped and rounded
 * @param buckets that the clamp is cut into, evenly; 2 to 2^20
 */
public record Quantile(List<Double> ranks, FixedPoint values, int buckets) implements Measure {

  public Quantile {
    ranks = List.copyOf(ranks);
  }

  @Override
  public int cells() {
    return buckets;
  }

  @Override
  public long code(BigDecimal value) {
    long low = values.steps(values.low());
    long range = Math.max(1, values.steps(values.high()) - low);
    long above = values.steps(value) - low;
    double bucket = Math.floor((double) above * buckets / range);
    return (long) Math.min(buckets - 1, bucket);
  }

  @Override
  public void add(long code, boolean newcomer, long[] cells, int at) {
    if (code != ABSENT) {
      cells[at + (int) code]++;
    }
  }

  @Override
  public List<Part> parts(Contribution bounds) {
    return List.of(Part.of(buckets, bounds.ofCounts()));
  }

  /** Ranks are noised as running totals, so that this is never asked. */
  @Override
  public Figure figure(double[] noised, double[] within) {
    throw new UnsupportedOperationException("quantiles follow from ranks");
  }

  Figure figure(Ranks noised) {
    List<Estimate> estimates = new ArrayList<>();
    for (double rank : ranks) {
      double[] interval = noised.interval(rank);
      estimates.add(
          new Estimate(value(noised.quantile(rank)), value(interval[0]), value(interval[1])));
    }
    return new Figure(estimates, true);
  }

  private double value(double place) {
    double low = values.low().doubleValue();
    return low + (values.high().doubleValue() - low) * place / buckets;
  }

  @Override
  public int digits() {
    return new Sum(values).digits();
  }
}
