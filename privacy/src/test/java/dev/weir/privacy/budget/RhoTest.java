package dev.weir.privacy.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RhoTest {

  @Property
  void sums_areNeverBelowTheExactOnes(
      @ForAll @Size(max = 50) List<@DoubleRange(min = 0, max = 10) Double> amounts) {
    Rho sum = Rho.NOTHING;
    BigDecimal exact = BigDecimal.ZERO;
    for (double amount : amounts) {
      sum = sum.plus(new Rho(amount));
      exact = exact.add(new BigDecimal(amount));
    }
    assertThat(new BigDecimal(sum.value())).isGreaterThanOrEqualTo(exact);
  }

  @Property
  void products_areNeverBelowTheExactOnes(
      @ForAll @DoubleRange(min = 0, max = 10) double amount,
      @ForAll @IntRange(min = 1, max = 1_000_000) int count) {
    BigDecimal exact = new BigDecimal(amount).multiply(new BigDecimal(count));
    assertThat(new BigDecimal(new Rho(amount).times(count).value())).isGreaterThanOrEqualTo(exact);
  }

  @Property
  void equalParts_fitIntoTheWhole(
      @ForAll @DoubleRange(min = -9, max = 3) double logWhole,
      @ForAll @IntRange(min = 1, max = 10_000) int count) {
    double whole = Math.pow(10, logWhole);
    Rho part = new Rho(whole).part(count);
    assertThat(part.times(count)).isLessThanOrEqualTo(new Rho(whole));
    assertThat(part.value() * count).isGreaterThan(whole * (1 - 1e-8));
  }

  /** A period's windows, each charged by itself: the sum stays within the whole too. */
  @Property(tries = 100)
  void equalParts_chargedOneByOne_fitIntoTheWhole(
      @ForAll @DoubleRange(min = -9, max = 3) double logWhole,
      @ForAll @IntRange(min = 1, max = 1000) int count) {
    double whole = Math.pow(10, logWhole);
    Rho part = new Rho(whole).part(count);
    Rho sum = Rho.NOTHING;
    for (int i = 0; i < count; i++) {
      sum = sum.plus(part);
    }
    assertThat(sum).isLessThanOrEqualTo(new Rho(whole));
  }

  @Property
  void partsByShares_fitIntoTheWhole(
      @ForAll @DoubleRange(min = -9, max = 3) double logWhole,
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 0.01, max = 100) Double> shares) {
    double whole = Math.pow(10, logWhole);
    Rho sum = new Rho(whole).parts(shares).stream().reduce(Rho.NOTHING, Rho::plus);
    assertThat(sum).isLessThanOrEqualTo(new Rho(whole));
    assertThat(sum.value()).isGreaterThan(whole * (1 - 1e-8));
  }

  @Test
  void nonsense_isRefused() {
    Rho one = new Rho(1);
    assertThatThrownBy(() -> one.part(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> one.parts(List.of(1.0, 0.0))).hasMessageContaining("shares");
    assertThatThrownBy(() -> one.parts(List.of(Double.NaN))).hasMessageContaining("shares");
    assertThat(Rho.ofPure(1).value()).isGreaterThanOrEqualTo(0.5);
  }
}
