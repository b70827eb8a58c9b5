package dev.weir.operators.stage.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@link PrivacySearchTest} at length: all cases of {@code privacy-cases.csv}, each for its part of
 * {@code -Dweir.search.minutes} (8 hours unless it is said), to a million samples a side, and once
 * at the least.
 */
@WithOpenDp
class LongPrivacySearchTest {

  private static final int MOST = 1_000_000;

  /** Records of a run of the operators, which keeps everybody in memory; on both sides at once. */
  private static final int RECORDS = 400_000;

  @Test
  @Tag("soak")
  void onePersonMore_isNotTold_inAnyCase() throws Exception {
    List<PrivacyCase> cases = PrivacyCase.all();
    assertThat(cases).hasSizeGreaterThan(100);
    long end =
        System.nanoTime() + Duration.ofMinutes(Long.getLong("weir.search.minutes", 480)).toNanos();
    List<String> found = new ArrayList<>();
    for (int at = 0; at < cases.size(); at++) {
      PrivacyCase one = cases.get(at);
      long until = System.nanoTime() + (end - System.nanoTime()) / (cases.size() - at);
      double[][] samples = samples(one, until);
      double worst = one.worst(samples);
      System.out.printf(
          Locale.ROOT, "%-50s %,9d a side: %5.1f%n", one.name(), samples[0].length, worst);
      if (PrivacySearch.violates(worst)) {
        found.add(one.name());
      }
    }
    assertThat(found).isEmpty();
  }

  private static double[][] samples(PrivacyCase of, long until) throws Exception {
    int step = Math.min(100_000, RECORDS / of.records()) & ~1; // two hours of each group
    double[][] all = of.pair().sides(step);
    while (all[0].length + step <= MOST && System.nanoTime() < until) {
      double[][] more = of.pair().sides(step);
      for (int side = 0; side < all.length; side++) {
        all[side] =
            DoubleStream.concat(Arrays.stream(all[side]), Arrays.stream(more[side])).toArray();
      }
    }
    return all;
  }
}
