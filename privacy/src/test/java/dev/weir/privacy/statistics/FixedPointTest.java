package dev.weir.privacy.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FixedPointTest {

  private static final FixedPoint MONEY = of("-20", "500", "0.01");

  private static FixedPoint of(String low, String high, String step) {
    return new FixedPoint(new BigDecimal(low), new BigDecimal(high), new BigDecimal(step));
  }

  @Test
  void values_areClampedThenRounded() {
    assertThat(MONEY.steps(new BigDecimal("12.345"))).isEqualTo(1234);
    assertThat(MONEY.steps(new BigDecimal("12.355"))).isEqualTo(1236);
    assertThat(MONEY.steps(new BigDecimal("1e100"))).isEqualTo(50_000);
    assertThat(MONEY.steps(new BigDecimal("-1e100"))).isEqualTo(-2000);
    assertThat(MONEY.number(1234)).isEqualByComparingTo("12.34");
  }

  /** Divided, the first has a billion digits. */
  @Test
  void valuesFarBelowAStep_areNoWork() {
    assertThat(MONEY.steps(new BigDecimal("1e-999999999"))).isZero();
    assertThat(MONEY.steps(new BigDecimal("-1e-999999999"))).isZero();
    assertThat(MONEY.steps(new BigDecimal("0e999999999"))).isZero();
    assertThat(MONEY.steps(new BigDecimal("0.0050001"))).isEqualTo(1);
    assertThat(MONEY.steps(new BigDecimal("-0.0050001"))).isEqualTo(-1);
  }

  /** A person's value never moves a sum by more than its sensitivity says. */
  @Property
  void noValue_hasMoreStepsThanMost(@ForAll BigDecimal value) {
    assertThat(Math.abs(MONEY.steps(value))).isLessThanOrEqualTo(MONEY.most());
  }

  @Test
  void sensitivities_areWhatOnePersonMayChange() {
    Contribution person = new Contribution(5, 3);
    assertThat(person.ofCounts()).isEqualTo(5);
    assertThat(person.ofPeople()).isBetween(Math.sqrt(3), Math.sqrt(3) + 1e-15);
    assertThat(person.ofSums(MONEY)).isEqualTo(250_000);
    assertThat(new Contribution(2, 3).ofPeople()).isLessThan(1.4143);
    assertThat(of("0", "0", "1").most()).isEqualTo(1);
  }

  @Test
  void nonsense_isRefused() {
    assertThatThrownBy(() -> of("0", "1", "0")).hasMessageContaining("step");
    assertThatThrownBy(() -> of("2", "1", "1")).hasMessageContaining("low");
    assertThatThrownBy(() -> of("0", "1.005", "0.01")).hasMessageContaining("multiples");
    assertThatThrownBy(() -> of("0", "1e30", "1")).hasMessageContaining("2^40");
    assertThatThrownBy(() -> new Contribution(0, 1)).hasMessageContaining("records");
    assertThatThrownBy(() -> new Contribution(1, 0)).hasMessageContaining("groups");
  }
}
