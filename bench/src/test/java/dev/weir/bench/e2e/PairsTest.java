package dev.weir.bench.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PairsTest {

  private static final Offset<Double> EXACT = within(1e-12);

  /** Of ten values the second and the ninth: 2 · 11/1024 is outside; with the third 2 · 56/1024. */
  @Test
  void median_hasTheSignTestsInterval() {
    double[] ratios = {1.0, 0.1, 0.9, 0.2, 0.8, 0.3, 0.7, 0.4, 0.6, 0.5};
    Pairs.Interval median = Pairs.of(ratios).median();
    assertThat(median).isEqualTo(new Pairs.Interval(0.55, 0.2, 0.9));
  }

  @Test
  void mean_isThatOfLogarithms() {
    Pairs.Interval mean = Pairs.of(new double[] {0.5, 2, 0.5, 2}).mean();
    double error = 1.96 * Math.log(2) * Math.sqrt(4.0 / 3) / 2;
    assertThat(mean.middle()).isCloseTo(1, EXACT);
    assertThat(mean.low()).isCloseTo(Math.exp(-error), EXACT);
    assertThat(mean.high()).isCloseTo(Math.exp(error), EXACT);
  }

  /** Of 2,000 samples of a hundred; fewer than 1,850 have a chance of less than 1e-6. */
  @Test
  void intervals_holdTheTruth_nearlyAlways() {
    Random random = new Random(7);
    int mean = 0;
    int median = 0;
    for (int sample = 0; sample < 2_000; sample++) {
      double[] ratios = new double[100];
      Arrays.setAll(ratios, i -> 0.8 * Math.exp(0.16 * random.nextGaussian()));
      Pairs pairs = Pairs.of(ratios);
      mean += holds(pairs.mean()) ? 1 : 0;
      median += holds(pairs.median()) ? 1 : 0;
    }
    assertThat(mean).isBetween(1_850, 1_960);
    assertThat(median).isBetween(1_850, 1_980);
  }

  private static boolean holds(Pairs.Interval interval) {
    return interval.low() <= 0.8 && 0.8 <= interval.high();
  }
}
