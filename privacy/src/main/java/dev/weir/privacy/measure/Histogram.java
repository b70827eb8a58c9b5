package dev.weir.privacy.measure;

import dev.weir.privacy.statistics.Contribution;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * How many records have their value in each bucket. What is below the first edge is in the first
 * bucket, what is above the last in the last.
 *
 * @param edges at least two, rising; a bucket goes from its lower edge, which is in it, to the next
 */
public record Histogram(List<BigDecimal> edges) implements Measure {

  /** Refuses edges that make no bucket. */
  public Histogram {
    edges = List.copyOf(edges);
    for (int i = 1; i < edges.size(); i++) {
      if (edges.get(i - 1).compareTo(edges.get(i)) >= 0) {
        throw new IllegalArgumentException("the edges of buckets rise");
      }
    }
    if (edges.size() < 2) {
      throw new IllegalArgumentException("a histogram has at least two edges");
    }
  }

  @Override
  public int cells() {
    return edges.size() - 1;
  }

  @Override
  public long code(BigDecimal value) {
    int bucket = 0;
    while (bucket < cells() - 1 && edges.get(bucket + 1).compareTo(value) <= 0) {
      bucket++;
    }
    return bucket;
  }

  @Override
  public void add(long code, boolean newcomer, long[] cells, int at) {
    if (code != ABSENT) {
      cells[at + (int) code]++;
    }
  }

  @Override
  public List<Part> parts(Contribution bounds) {
    return List.of(Part.of(cells(), bounds.ofCounts()));
  }

  @Override
  public Figure figure(double[] noised, double[] within) {
    List<Estimate> estimates = new ArrayList<>();
    for (double bucket : noised) {
      estimates.add(Estimate.around(bucket, within[0]));
    }
    return new Figure(estimates, true);
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
