package dev.weir.privacy.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.opendp.NeedsOpenDp;
import dev.weir.privacy.opendp.OpenDp;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsOpenDp
class SpreadTest {

  private static final int DRAWS = 20_000;

  /**
   * The smallest interval with at least 95 %: six standard deviations, a false alarm below 1e-8.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.7, 3, 63.5, 64, 2000})
  void interval_holdsWhatItSays(double scale) {
    long[] gaussian = OpenDp.load().gaussian(new long[DRAWS], scale, 1).values();
    smallest(gaussian, Spread.gaussian(scale, 0.95));
    long[] laplace = OpenDp.load().laplace(new long[DRAWS], scale, 1).values();
    smallest(laplace, Spread.laplace(scale, 0.95));
  }

  private static void smallest(long[] drawn, long half) {
    double off = 6 * Math.sqrt(0.05 * 0.95 / DRAWS);
    assertThat(inside(drawn, half)).isGreaterThan(0.95 - off);
    if (half > 0) {
      assertThat(inside(drawn, half - 1)).isLessThan(0.95 + off);
    }
  }

  private static double inside(long[] drawn, long half) {
    return (double) LongStream.of(drawn).filter(x -> Math.abs(x) <= half).count() / drawn.length;
  }

  /**
   * Counts of 40,000 windows: their mean absolute error is what the mechanism's is, σ √(2/π),
   * within 3 %. The mean's standard deviation is 0.4 %: a false alarm below 1e-13.
   */
  @Test
  void countsOfManyWindows_areOffByWhatTheorySays() {
    NoisedMeasure counts = NoisedMeasure.of(new Rho(0.01), new Contribution(5, 3).ofCounts());
    long[] released = counts.release(OpenDp.load(), LongStream.range(0, 40_000).toArray());
    double error = 0;
    for (int i = 0; i < released.length; i++) {
      error += Math.abs(released[i] - i);
    }
    double theory = counts.scale() * Math.sqrt(2 / Math.PI);
    assertThat(error / released.length).isCloseTo(theory, within(0.03 * theory));
  }
}
