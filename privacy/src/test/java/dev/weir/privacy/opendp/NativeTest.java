package dev.weir.privacy.opendp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The noise is what it is said to be. Statistical bounds are six standard deviations of the
 * statistic or more: a false alarm has a probability below 1e-8.
 */
@NeedsOpenDp
class NativeTest {

  static final OpenDp LIBRARY = OpenDp.load();
  private static final int DRAWS = 40_000;

  @Test
  void load_isCheckedAndGivesItsVersion() {
    assertThat(OpenDp.load()).isSameAs(OpenDp.load());
    assertThat(OpenDp.load().version()).contains("opendp 0.16.0");
  }

  @Test
  void laplace_hasItsMoments() {
    // Variance of discrete Laplace: 2 q / (1 - q)^2, q = exp(-1 / scale).
    double q = Math.exp(-1 / 10.0);
    moments(LIBRARY.laplace(filled(7), 10, 1).values(), 7, 2 * q / ((1 - q) * (1 - q)), 6);
  }

  @Test
  void gaussian_hasItsMoments() {
    moments(LIBRARY.gaussian(filled(-7), 10, 1).values(), -7, 100, 3);
  }

  /** {@code kurtosis}: the fourth moment over the squared variance. */
  private static void moments(long[] drawn, double mean, double variance, double kurtosis) {
    double sampleMean = LongStream.of(drawn).average().orElseThrow();
    double sampleVariance =
        LongStream.of(drawn).mapToDouble(x -> (x - mean) * (x - mean)).average().orElseThrow();
    assertThat(Math.abs(sampleMean - mean)).isLessThan(6 * Math.sqrt(variance / DRAWS));
    assertThat(Math.abs(sampleVariance - variance))
        .isLessThan(6 * variance * Math.sqrt((kurtosis - 1) / DRAWS));
  }

  private static long[] filled(long value) {
    long[] values = new long[DRAWS];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void input_staysAsItWas() {
    long[] values = {1, 2, 3};
    LIBRARY.gaussian(values, 100, 1);
    assertThat(values).containsExactly(1, 2, 3);
  }

  @Test
  void empty_isReleasedAndCharged() {
    assertThat(LIBRARY.laplace(new long[0], 2, 1).values()).isEmpty();
    Discovered none =
        LIBRARY.gaussianThreshold(new long[0], new long[0], new Discovery(2, 60, 1, 1, 1));
    assertThat(none.keys()).isEmpty();
    assertThat(none.loss()).isEqualTo(0.125);
    assertThat(none.delta()).isPositive();
  }

  @Test
  void threshold_keepsLargeGroupsAndTheirKeys() {
    long[] keys = {Long.MIN_VALUE, 0, Long.MAX_VALUE, 5};
    long[] values = {100_000, 200_000, 0, 300_000};
    Discovered found = LIBRARY.laplaceThreshold(keys, values, new Discovery(10, 1000, 2, 2, 1));
    assertThat(found.keys()).containsExactlyInAnyOrder(Long.MIN_VALUE, 0, 5);
    for (int i = 0; i < found.keys().length; i++) {
      long key = found.keys()[i];
      long value = key == 0 ? 200_000 : key == 5 ? 300_000 : 100_000;
      // exp(-500): never.
      assertThat(found.values()[i]).isBetween(value - 5000, value + 5000);
    }
  }

  @Test
  void eightThreads_drawWhatOneDraws() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<long[]> task = () -> LIBRARY.gaussian(new long[DRAWS / 8], 10, 1).values();
      List<Future<long[]>> all =
          threads.invokeAll(List.of(task, task, task, task, task, task, task, task));
      LongStream drawn = LongStream.empty();
      for (Future<long[]> future : all) {
        drawn = LongStream.concat(drawn, LongStream.of(future.get()));
      }
      moments(drawn.toArray(), 0, 100, 3);
    } finally {
      threads.shutdown();
    }
  }

  /** Tables of 4,096 groups, refused at their last: kept, they would be 200 MB and more. */
  @Test
  void refusedCalls_keepNoMemory() throws Exception {
    refusedCalls(200);
    long before = Resident.bytes();
    refusedCalls(4000);
    assertThat(Resident.bytes() - before).isLessThan(150_000_000);
  }

  private static void refusedCalls(int times) {
    long[] keys = LongStream.range(0, 4096).toArray();
    keys[4095] = 0;
    Discovery by = new Discovery(2, 60, 1, 1, 1);
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(() -> LIBRARY.laplaceThreshold(keys, keys, by))
          .hasMessageContaining("twice");
    }
  }
}
