package dev.weir.privacy.totals;

import java.util.Arrays;

/** How many values lie in each bucket or below it, by noised counts, made to rise. */
public final class Ranks {

  private final double[] ranks;
  private final double within;

  private Ranks(double[] ranks, double within) {
    this.ranks = ranks;
    this.within = within;
  }

  /** Pools neighbours that fall (isotonic regression), and takes none below 0. */
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
    return new Ranks(spread(level, width, noised.length), within);
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
   * From where to where the quantile lies with a probability of about 95 %, of the noise alone, on
   * the scale of {@link #quantile}: the rank and the number of all values are both off.
   */
  public double[] interval(double part) {
    double all = ranks[ranks.length - 1];
    double off = within * (1 + part);
    return new double[] {
      place(Math.max(0, part * all - off)), place(Math.min(all, part * all + off))
    };
  }
}
