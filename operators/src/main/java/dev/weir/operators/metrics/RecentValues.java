package dev.weir.operators.metrics;

import java.util.Arrays;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;

/** The last 1,024 values. Written by one thread; a reader may miss the newest. */
final class RecentValues implements Histogram {

  private static final int SIZE = 1 << 10;

  private final long[] values = new long[SIZE];
  private long count;

  @Override
  public void update(long value) {
    values[(int) (count & (SIZE - 1))] = value;
    count++;
  }

  @Override
  public long getCount() {
    return count;
  }

  @Override
  public HistogramStatistics getStatistics() {
    return new Statistics(Arrays.copyOf(values, (int) Math.min(count, SIZE)));
  }

  private static final class Statistics extends HistogramStatistics {
    private final long[] sorted;

    Statistics(long[] values) {
      Arrays.sort(values);
      sorted = values;
    }

    @Override
    public double getQuantile(double quantile) {
      int rank = (int) Math.ceil(quantile * sorted.length);
      return sorted.length == 0 ? 0 : sorted[Math.max(0, rank - 1)];
    }

    @Override
    public long[] getValues() {
      return sorted.clone();
    }

    @Override
    public int size() {
      return sorted.length;
    }

    @Override
    public double getMean() {
      return Arrays.stream(sorted).average().orElse(0);
    }

    @Override
    public double getStdDev() {
      double mean = getMean();
      return Math.sqrt(
          Arrays.stream(sorted).mapToDouble(v -> (v - mean) * (v - mean)).average().orElse(0));
    }

    @Override
    public long getMax() {
      return sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    }

    @Override
    public long getMin() {
      return sorted.length == 0 ? 0 : sorted[0];
    }
  }
}
