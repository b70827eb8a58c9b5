package dev.weir.privacy.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.opendp.NeedsOpenDp;
import dev.weir.privacy.opendp.OpenDp;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NeedsOpenDp
class TotalsTest {

  private static final Rho ONE = new Rho(1);

  /** Of the last step, at ρ = 1: the best factorization's; a binary tree has 91 at 8,760 steps. */
  @ParameterizedTest
  @CsvSource({
    "24, 2.1519",
    "168, 3.6364",
    "720, 4.9941",
    "1440, 5.7228",
    "8760, 7.8244",
    "65536, 10.5602"
  })
  void variance_isTheBestFactorizations(int steps, double best) {
    double deviation = Totals.of(ONE, 1, steps).deviation(steps);
    assertThat(deviation * deviation).isCloseTo(best, within(0.001 * best));
  }

  /**
   * Of 4,000 groups: the sample variance's standard deviation is 2.3 %; six of them, below 1e-8.
   */
  @Test
  void drawnTotals_haveTheVarianceThatIsTold() {
    int groups = 4000;
    Totals totals = Totals.of(new Rho(0.02), 3, 24);
    List<Running> now = Collections.nCopies(groups, Running.start());
    long[] added = LongStream.range(0, groups).toArray();
    for (int step = 1; step <= 24; step++) {
      now = totals.release(OpenDp.load(), now, added);
      double variance = Math.pow(totals.deviation(step), 2);
      double seen = 0;
      for (int i = 0; i < groups; i++) {
        seen += Math.pow(now.get(i).total() - (double) step * i, 2) / groups;
      }
      assertThat(seen).isCloseTo(variance, within(6 * variance * Math.sqrt(2.0 / groups)));
    }
  }

  /** One more step would cost what nobody has charged. */
  @Test
  void stepBeyondTheLast_isRefused() {
    Totals totals = Totals.of(ONE, 1, 1);
    List<Running> after = totals.release(OpenDp.load(), List.of(Running.start()), new long[] {1});
    assertThatThrownBy(() -> totals.release(OpenDp.load(), after, new long[] {1}))
        .hasMessageContaining("all steps");
  }

  @Test
  void largeSums_areReleased_andTooLargeOnesRefused() {
    Totals totals = Totals.of(ONE, 50_000, 8760);
    long much = 1L << 50;
    List<Running> after =
        totals.release(OpenDp.load(), List.of(Running.start()), new long[] {much});
    assertThat(after.get(0).total()).isCloseTo(much, within(10_000_000.0));
    for (long bad : new long[] {Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertThatThrownBy(
              () -> totals.release(OpenDp.load(), List.of(Running.start()), new long[] {bad}))
          .isInstanceOfAny(
              ArithmeticException.class, dev.weir.privacy.opendp.OpenDpException.class);
    }
  }

  @Test
  void nonsense_isRefused() {
    for (int bad : new int[] {0, -1, Integer.MIN_VALUE, (1 << 20) + 1}) {
      assertThatThrownBy(() -> Totals.of(ONE, 1, bad)).hasMessageContaining("steps");
    }
    for (long bad : new long[] {0, -1, (1L << 50) + 1}) {
      assertThatThrownBy(() -> Totals.of(ONE, bad, 5)).hasMessageContaining("2^50");
    }
    assertThatThrownBy(() -> Totals.of(Rho.NOTHING, 1, 5)).hasMessageContaining("loss");
  }

  @Test
  void state_showsNoSums() {
    Totals totals = Totals.of(ONE, 1, 5);
    List<Running> after =
        totals.release(OpenDp.load(), List.of(Running.start()), new long[] {424242});
    assertThat(after.get(0).toString()).isEqualTo("Running[step=1]");
  }
}
