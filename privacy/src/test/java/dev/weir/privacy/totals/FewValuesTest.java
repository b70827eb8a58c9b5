package dev.weir.privacy.totals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.opendp.NeedsOpenDp;
import dev.weir.privacy.opendp.OpenDp;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/**
 * Quantiles of groups that are small beside their noise: ranks over 100 buckets are off by up to
 * 63. Where intervals hold the exact quantile in 95 of 100 groups, fewer than 440 of 500 happen
 * less often than 7e-9 (Chernoff); in any of the 49 counts here, less often than 1e-6. Values are
 * drawn from a fixed seed; the noise is the library's, which has none.
 */
@NeedsOpenDp
class FewValuesTest {

  private static final int GROUPS = 500;
  private static final int LEAST = 440;
  private static final int BUCKETS = 100;
  private static final double[] PARTS = {0, 0.1, 0.5, 0.9};
  private static final Quantiles QUANTILES = Quantiles.of(new Rho(0.1), 5, BUCKETS);

  /** Even, most of them low, and all in one bucket of many. */
  private static final List<ToIntFunction<Random>> SHAPES =
      List.of(
          random -> random.nextInt(BUCKETS),
          random -> (int) (BUCKETS * Math.pow(random.nextDouble(), 4)),
          random -> 70);

  @Test
  void intervals_holdTheExactQuantile_howeverFewThereAre() {
    for (int shape = 0; shape < SHAPES.size(); shape++) {
      for (int values : new int[] {1, 5, 50, 200}) {
        long[][] groups = groups(SHAPES.get(shape), values);
        Ranks[] released = QUANTILES.release(OpenDp.load(), groups);
        for (double part : PARTS) {
          assertThat(held(groups, released, part))
              .as("shape %d, %d values, quantile %s", shape, values, part)
              .isGreaterThanOrEqualTo(LEAST);
        }
      }
    }
  }

  private static long[][] groups(ToIntFunction<Random> shape, int values) {
    Random random = new Random(7);
    long[][] groups = new long[GROUPS][BUCKETS];
    for (long[] counts : groups) {
      for (int i = 0; i < values; i++) {
        counts[shape.applyAsInt(random)]++;
      }
    }
    return groups;
  }

  private static int held(long[][] groups, Ranks[] released, double part) {
    int held = 0;
    for (int group = 0; group < GROUPS; group++) {
      double[] interval = released[group].interval(part);
      double exact = exact(groups[group]).quantile(part);
      held += interval[0] <= exact && exact <= interval[1] ? 1 : 0;
    }
    return held;
  }

  private static Ranks exact(long[] counts) {
    double[] ranks = Arrays.stream(counts).asDoubleStream().toArray();
    Arrays.parallelPrefix(ranks, Double::sum);
    return Ranks.of(ranks, 0);
  }

  /** A group in which there may be nobody tells nothing of where its values lie. */
  @Test
  void whereThereMayBeNobody_theIntervalIsTheWholeClamp() {
    Ranks[] released = QUANTILES.release(OpenDp.load(), new long[GROUPS][BUCKETS]);
    long whole =
        Arrays.stream(released)
            .map(ranks -> ranks.interval(0.5))
            .filter(interval -> interval[0] == 0 && interval[1] == BUCKETS)
            .count();
    assertThat(whole).isGreaterThanOrEqualTo(LEAST);
  }

  /** And it says something where there are many. */
  @Test
  void intervalsOfManyValues_areNarrow() {
    long[][] groups = groups(SHAPES.get(0), 10_000);
    for (Ranks ranks : QUANTILES.release(OpenDp.load(), groups)) {
      double[] interval = ranks.interval(0.5);
      assertThat(interval[1] - interval[0]).isBetween(0.1, 6.0);
    }
  }
}
