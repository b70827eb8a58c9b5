package dev.weir.privacy.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.opendp.NeedsOpenDp;
import dev.weir.privacy.opendp.OpenDp;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

@NeedsOpenDp
class QuantilesTest {

  /**
   * 100,000 values, even over 100 buckets: ranks are off by some hundreds, so quantiles by less
   * than one bucket.
   */
  @Test
  void quantiles_areNearTheExactOnes() {
    long[] counts = new long[100];
    Arrays.fill(counts, 1000);
    Quantiles quantiles = Quantiles.of(new Rho(0.01), 5, 100);
    Ranks ranks = quantiles.release(OpenDp.load(), new long[][] {counts})[0];
    for (double part : new double[] {0.1, 0.5, 0.9}) {
      assertThat(ranks.quantile(part)).isCloseTo(100 * part, within(1.0));
      double[] interval = ranks.interval(part);
      assertThat(interval[0]).isLessThan(interval[1]).isGreaterThan(100 * part - 2);
      assertThat(interval[1]).isLessThan(100 * part + 2);
    }
  }

  /**
   * In 400 releases 95 % of the intervals hold the exact quantile; 90 % is seven deviations off:
   * below 1e-9.
   */
  @Test
  void intervals_holdTheExactQuantile() {
    long[][] groups = new long[400][20];
    for (long[] counts : groups) {
      Arrays.fill(counts, 200);
    }
    Ranks[] released = Quantiles.of(new Rho(0.01), 5, 20).release(OpenDp.load(), groups);
    long held =
        Arrays.stream(released)
            .map(ranks -> ranks.interval(0.5))
            .filter(interval -> interval[0] <= 10 && 10 <= interval[1])
            .count();
    assertThat(held).isGreaterThan(350);
  }

  @Test
  void nobody_givesQuantilesInTheRange() {
    Ranks ranks = Quantiles.of(new Rho(0.1), 5, 10).release(OpenDp.load(), new long[1][10])[0];
    assertThat(ranks.quantile(0.5)).isBetween(0.0, 10.0);
  }

  @Property
  void quantiles_riseAndStayInTheRange(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -1e6, max = 1e6) Double> noised) {
    Ranks ranks = Ranks.of(noised.stream().mapToDouble(Double::doubleValue).toArray(), 10);
    double before = 0;
    for (double part = 0; part <= 1; part += 0.125) {
      double quantile = ranks.quantile(part);
      assertThat(quantile).isBetween(before, (double) noised.size());
      before = quantile;
      double[] interval = ranks.interval(part);
      assertThat(interval[0]).isBetween(0.0, quantile);
      assertThat(interval[1]).isBetween(quantile, (double) noised.size());
    }
    assertThatThrownBy(() -> ranks.quantile(1.1)).hasMessageContaining("0 to 1");
  }
}
