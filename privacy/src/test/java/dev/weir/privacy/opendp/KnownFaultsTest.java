package dev.weir.privacy.opendp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Faults of OpenDP that are known, each looked for in what is drawn. */
@NeedsOpenDp
class KnownFaultsTest {

  private static final int GROUPS = 50_000;

  /**
   * OpenDP's issue 2922: groups of one person at a threshold of 5, scale 1, come out with
   * probability 0.0134, of which OpenDP tells 0.0049. What we are told must be no less than what is
   * seen: six standard deviations, a false alarm below 1e-8.
   */
  @Test
  void issue2922_deltaIsNotBelowWhatIsSeen_laplace() {
    Discovery by = new Discovery(1, 5, 1, 1, 1);
    seenWithin(NativeTest.LIBRARY.laplaceThreshold(keys(), ones(), by));
  }

  @Test
  void issue2922_deltaIsNotBelowWhatIsSeen_gaussian() {
    Discovery by = new Discovery(2, 5, 1, 1, 1);
    seenWithin(NativeTest.LIBRARY.gaussianThreshold(keys(), ones(), by));
  }

  /** And what we are told is not a bound that says nothing. */
  private static void seenWithin(Discovered found) {
    double seen = (double) found.keys().length / GROUPS;
    double deviation = Math.sqrt(found.delta() * (1 - found.delta()) / GROUPS);
    assertThat(seen).isLessThan(found.delta() + 6 * deviation);
    assertThat(seen).isGreaterThan(found.delta() / 2);
  }

  /**
   * OpenDP's issue 2638 (dashu 57): draws were biased. Each value of discrete Laplace noise of
   * scale 1 is as frequent as it should be; chi square of 9 classes above 60 has a probability
   * below 1e-8.
   */
  @Test
  void issue2638_drawsAreNotBiased_laplace() {
    long[] drawn = NativeTest.LIBRARY.laplace(new long[GROUPS], 1, 1).values();
    double q = Math.exp(-1);
    double[] expected = new double[9];
    for (int i = 0; i < 9; i++) {
      expected[i] = (1 - q) / (1 + q) * Math.pow(q, Math.abs(i - 4));
    }
    assertThat(chiSquare(drawn, expected)).isLessThan(60);
  }

  @Test
  void issue2638_drawsAreNotBiased_gaussian() {
    long[] drawn = NativeTest.LIBRARY.gaussian(new long[GROUPS], 1.5, 1).values();
    double[] expected = new double[9];
    double all = 0;
    for (int i = -40; i <= 40; i++) {
      all += Math.exp(-i * i / 4.5);
    }
    for (int i = 0; i < 9; i++) {
      expected[i] = Math.exp(-(i - 4) * (i - 4) / 4.5) / all;
    }
    assertThat(chiSquare(drawn, expected)).isLessThan(60);
  }

  /** Of the values -4 to 4; what lies beyond them is left out of the sum. */
  private static double chiSquare(long[] drawn, double[] expected) {
    double sum = 0;
    for (int i = 0; i < expected.length; i++) {
      long value = i - 4;
      double seen = LongStream.of(drawn).filter(x -> x == value).count();
      double due = expected[i] * drawn.length;
      sum += (seen - due) * (seen - due) / due;
    }
    return sum;
  }

  /**
   * Issue 2911: noisy maxima under zCDP cost four times what OpenDP tells; 2912: they give the
   * minimum.
   */
  @Test
  void issues2911And2912_noisyMaximaAreNotReachable() {
    assertThat(Binding.class.getDeclaredMethods())
        .extracting(java.lang.reflect.Method::getName)
        .noneMatch(name -> name.contains("max") || name.contains("top"));
  }

  private static long[] keys() {
    return LongStream.range(0, GROUPS).toArray();
  }

  private static long[] ones() {
    return LongStream.range(0, GROUPS).map(i -> 1).toArray();
  }
}
