package dev.weir.privacy.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.privacy.budget.Rho;
import org.junit.jupiter.api.Test;

/** The noise of several values, worked out number by number, beside what its interval says. */
class SummedNoiseTest {

  @Test
  void sumsOfNoise_areWithinTheirInterval() {
    for (double scale : new double[] {0.25, 0.3, 0.5, 0.7, 1, 1.5, 3, 8}) {
      double[] one = discreteGaussian(scale);
      double[] sum = {1};
      for (int values = 1; values <= 24; values++) {
        sum = folded(sum, one);
        NoisedMeasure measure = new NoisedMeasure(new Rho(10 / scale / scale), 1, scale);
        long within = measure.within(0.95, values);
        assertThat(held(sum, within))
            .as("%d values of scale %s within %d", values, scale, within)
            .isGreaterThanOrEqualTo(0.9499);
      }
    }
  }

  private static double[] discreteGaussian(double scale) {
    int far = (int) Math.ceil(scale * 12);
    double[] weights = new double[2 * far + 1];
    double all = 0;
    for (int i = -far; i <= far; i++) {
      weights[i + far] = Math.exp(-(i / scale) * (i / scale) / 2);
      all += weights[i + far];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= all;
    }
    return weights;
  }

  private static double[] folded(double[] one, double[] other) {
    double[] sum = new double[one.length + other.length - 1];
    for (int i = 0; i < one.length; i++) {
      for (int j = 0; j < other.length; j++) {
        sum[i + j] += one[i] * other[j];
      }
    }
    return sum;
  }

  private static double held(double[] sum, long within) {
    int middle = sum.length / 2;
    double held = 0;
    for (int i = 0; i < sum.length; i++) {
      held += Math.abs(i - middle) <= within ? sum[i] : 0;
    }
    return held;
  }
}
