package dev.weir.privacy.opendp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bad parameter is an exception: no abort, no hang, no value without noise. */
@NeedsOpenDp
class BadParametersTest {

  private static final OpenDp LIBRARY = NativeTest.LIBRARY;
  private static final long[] ONE = {1};

  static Stream<Double> badScales() {
    return Stream.of(
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        0.0,
        -0.0,
        -1.0,
        Double.MIN_VALUE,
        1e-320,
        Double.MIN_NORMAL,
        0.2499,
        0x1p55 * 1.01,
        1e18,
        1e19,
        1e300,
        Double.MAX_VALUE);
  }

  static Stream<Double> badSensitivities() {
    return Stream.of(
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        0.0,
        -0.0,
        -1.0,
        0x1p53 * 1.01,
        Double.MAX_VALUE);
  }

  @ParameterizedTest
  @MethodSource("badScales")
  void badScale_isRefused(double scale) {
    refused(() -> LIBRARY.laplace(ONE, scale, 1), "scale");
    refused(() -> LIBRARY.gaussian(ONE, scale, 1), "scale");
    Discovery by = new Discovery(scale, 50, 1, 1, 1);
    refused(() -> LIBRARY.laplaceThreshold(ONE, ONE, by), "scale");
    refused(() -> LIBRARY.gaussianThreshold(ONE, ONE, by), "scale");
  }

  @ParameterizedTest
  @MethodSource("badSensitivities")
  void badSensitivity_isRefused(double bad) {
    refused(() -> LIBRARY.laplace(ONE, 1, bad), "sensitivity");
    refused(() -> LIBRARY.gaussian(ONE, 1, bad), "sensitivity");
    for (Discovery by : List.of(new Discovery(1, 50, 1, bad, 1), new Discovery(1, 50, 1, 1, bad))) {
      refused(() -> LIBRARY.laplaceThreshold(ONE, ONE, by), "sensitivity");
      refused(() -> LIBRARY.gaussianThreshold(ONE, ONE, by), "sensitivity");
    }
  }

  @Test
  void valuesThatCouldSaturate_areRefused() {
    for (long value : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, (1L << 62) + 1}) {
      long[] values = {0, value};
      refused(() -> LIBRARY.laplace(values, 1, 1), "2^62");
      refused(() -> LIBRARY.gaussian(values, 1, 1), "2^62");
      Discovery by = new Discovery(1, 50, 1, 1, 1);
      refused(() -> LIBRARY.laplaceThreshold(new long[] {1, 2}, values, by), "2^62");
    }
    assertThat(LIBRARY.laplace(new long[] {1L << 62, -(1L << 62)}, 0x1p55, 1).values())
        .doesNotContain(Long.MAX_VALUE, Long.MIN_VALUE);
  }

  @Test
  void thresholdThatOnePersonReaches_isRefused() {
    for (long threshold : new long[] {Long.MIN_VALUE, -50, -1, 0, 1, 5, 6, Long.MAX_VALUE}) {
      Discovery by = new Discovery(1, threshold, 1, 5, 5);
      refused(() -> LIBRARY.laplaceThreshold(ONE, ONE, by), "threshold");
      refused(() -> LIBRARY.gaussianThreshold(ONE, ONE, by), "threshold");
    }
  }

  @Test
  void groupsThatMakeNoSense_areRefused() {
    Discovery by = new Discovery(1, 50, 1, 1, 1);
    refused(() -> LIBRARY.laplaceThreshold(new long[] {7, 7}, new long[] {1, 2}, by), "twice");
    refused(() -> LIBRARY.laplaceThreshold(new long[] {7}, new long[] {1, 2}, by), "one value");
    for (int groups : new int[] {0, -1, Integer.MIN_VALUE}) {
      Discovery of = new Discovery(1, 50, groups, 1, 1);
      refused(() -> LIBRARY.gaussianThreshold(ONE, ONE, of), "one group");
    }
  }

  @Test
  void tooManyValues_areRefused() {
    refused(() -> LIBRARY.laplace(new long[(1 << 24) + 1], 1, 1), "2^24");
  }

  @Test
  void conversionOfNonsense_isRefused() {
    for (double bad : new double[] {Double.NaN, -1, 0, Double.POSITIVE_INFINITY, 1e7}) {
      refused(() -> LIBRARY.epsilon(bad, 1e-6), "rho");
    }
    for (double bad : new double[] {Double.NaN, -1, 0, 1, 2, Double.MIN_VALUE}) {
      refused(() -> LIBRARY.epsilon(0.1, bad), "delta");
    }
  }

  /** Seeded parameters from all over the doubles: an exception, or noise with a finite loss. */
  @Test
  void anyParameters_areRefusedOrNoised() {
    Random random = new Random(7);
    int released = 0;
    for (int i = 0; i < 20_000; i++) {
      double scale = Double.longBitsToDouble(random.nextLong());
      double sensitivity = i % 3 == 0 ? 1 : Double.longBitsToDouble(random.nextLong());
      List<Double> losses = new ArrayList<>();
      try {
        losses.add(LIBRARY.laplace(ONE, scale, sensitivity).loss());
        losses.add(LIBRARY.gaussian(ONE, scale, sensitivity).loss());
      } catch (OpenDpException refused) {
        continue;
      }
      released++;
      assertThat(scale).isBetween(0.25, 0x1p55);
      assertThat(losses).allMatch(loss -> loss >= 0 && Double.isFinite(loss));
    }
    assertThat(released).isPositive();
  }

  private static void refused(Runnable call, String word) {
    assertThatThrownBy(call::run).isInstanceOf(OpenDpException.class).hasMessageContaining(word);
  }
}
