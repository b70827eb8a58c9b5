package dev.weir.privacy.totals;

import java.util.Arrays;

/**
 * How many values lie in each bucket or below it, by noised counts: made to rise for quantiles, as
 * they were drawn for their intervals.
 */
public final class Ranks {

  private final double[] noised;
  private final double[] ranks;
  private final double within;

  private Ranks(double[] noised, double[] ranks, double within) {
    this.noised = noised;
    this.ranks = ranks;
    this.within = within;
  }

  /**
   * Pools neighbours that fall (isotonic regression), and takes none below 0.
   *
   * @param within this two ranks are off at the most, both with a probability of 95 %
   */
  static Ranks of(double[] noised, double within) {
    double[] level = new double[noised.length];
    int[] width = new int[noised.length];
    int pools = 0;
    for (double rank : noised) {
      level[pools] = rank;
      width[pools++] = 1;
      while (pools > 1 && level[pools - 2] > level[pools - 1]) {
        pools--;
        int both = width[pools - 1] + width[pools];
        level[pools - 1] =
            (level[pools - 1] * width[pools - 1] + level[pools] * width[pools]) / both;
        width[pools - 1] = both;
      }
    }
    return new Ranks(noised.clone(), spread(level, width, noised.length), within);
  }

  private static double[] spread(double[] level, int[] width, int count) {
    double[] ranks = new double[count];
    int at = 0;
    for (int pool = 0; at < count; pool++) {
      Arrays.fill(ranks, at, at + width[pool], Math.max(0, level[pool]));
      at += width[pool];
    }
    return ranks;
  }

  /**
   * The value below which that part of all values lies, on a scale on which bucket i goes from i to
   * i + 1: between 0 and the number of buckets; even within a bucket.
   *
   * @param part 0 to 1
   */
  public double quantile(double part) {
    if (!(part >= 0 && part <= 1)) {
      throw new IllegalArgumentException("a quantile is of a part from 0 to 1");
    }
    return place(part * ranks[ranks.length - 1]);
  }

  /** Where that many values lie below. */
  private double place(double rank) {
    int bucket = 0;
    while (bucket < ranks.length - 1 && ranks[bucket] < rank) {
      bucket++;
    }
    double below = bucket == 0 ? 0 : ranks[bucket - 1];
    double inside = ranks[bucket] - below;
    return bucket + (inside > 0 ? Math.min(1, Math.max(0, (rank - below) / inside)) : 0.5);
  }

  /**
   * From where to where the quantile lies with a probability of at least 95 %, of the noise alone,
   * on the scale of {@link #quantile}.
   *
   * <p>At the exact quantile the exact rank is that part of the exact number of all values. What
   * was drawn is off by no more than {@code within} there, and by no more at the end; so that it
   * lies where what was drawn is near enough to that part of what was drawn for all. Ranks that
   * were made to rise, and cut at 0, have no such bound in a group of few. Where there may be
   * nobody, a quantile may be anywhere.
   */
  public double[] interval(double part) {
    double all = noised[noised.length - 1];
    double quantile = quantile(part);
    if (all <= within) {
      return new double[] {0, noised.length};
    }
    double off = within * (1 + part);
    return new double[] {
      Math.min(quantile, first(part * all - off)), Math.max(quantile, last(part * all + off))
    };
  }

  /** Where what was drawn first reaches a rank. */
  private double first(double rank) {
    int bucket = 0;
    while (bucket < noised.length && noised[bucket] < rank) {
      bucket++;
    }
    return rank <= 0 ? 0 : crossing(bucket, rank);
  }

  /** Where what was drawn last leaves a rank behind. */
  private double last(double rank) {
    int bucket = noised.length - 1;
    while (bucket > 0 && noised[bucket - 1] > rank) {
      bucket--;
    }
    return noised[noised.length - 1] <= rank ? noised.length : crossing(bucket, rank);
  }

  /** Where in a bucket the line from what was drawn before it to what was drawn for it is at. */
  private double crossing(int bucket, double rank) {
    double before = bucket == 0 ? 0 : noised[bucket - 1];
    return bucket + (rank - before) / (noised[bucket] - before);
  }
}
