package dev.weir.metering.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  private static final Currency EUR = Money.currency("EUR");

  /** ISO 4217, list one, of 2024-06-25: currency and minor unit. */
  @ParameterizedTest
  @CsvSource({
    "EUR, 2", "USD, 2", "GBP, 2", "CHF, 2", "JPY, 0", "KRW, 0", "ISK, 0", "CLP, 0", "VND, 0",
    "XOF, 0", "KWD, 3", "BHD, 3", "JOD, 3", "OMR, 3", "TND, 3", "CLF, 4"
  })
  void minorUnits_areThoseOfIso4217(String code, int digits) {
    assertThat(Money.none(Money.currency(code)).amount().scale()).isEqualTo(digits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"XAU", "XXX", "XTS", "EUX", "eur", ""})
  void whatNothingIsPaidIn_isNoCurrency(String code) {
    assertThatThrownBy(() -> Money.currency(code)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0.004999, 0.00",
    "0.005, 0.01",
    "0.015, 0.02",
    "-0.005, -0.01",
    "-0.004999, 0.00",
    "125.125, 125.13",
    "1E+3, 1000.00"
  })
  void halfAMinorUnit_goesAwayFromZero(BigDecimal exact, BigDecimal rounded) {
    assertThat(Money.rounded(EUR, exact).amount()).isEqualTo(rounded);
  }

  /** By whole numbers: |2 · exact · 100| + 1, halved. */
  @Property
  void rounding_isThatOfTheRule(
      @ForAll @BigRange(min = "-1000", max = "1000") @Scale(6) BigDecimal exact) {
    BigInteger millionths = exact.movePointRight(6).toBigIntegerExact();
    BigInteger cents =
        millionths.abs().add(BigInteger.valueOf(5000)).divide(BigInteger.valueOf(10_000));
    BigInteger signed = exact.signum() < 0 ? cents.negate() : cents;
    assertThat(Money.rounded(EUR, exact).minor()).isEqualTo(signed);
    assertThat(Money.rounded(EUR, exact.negate())).isEqualTo(Money.rounded(EUR, exact).negated());
  }

  @Property
  void fraction_isRoundedOnce(
      @ForAll @BigRange(min = "0", max = "1000") @Scale(2) BigDecimal amount,
      @ForAll @IntRange(min = 1, max = 31) int days) {
    BigDecimal dividend = amount.multiply(BigDecimal.valueOf(days));
    Money rounded = Money.rounded(EUR, dividend, BigDecimal.valueOf(31));
    BigDecimal off = rounded.amount().multiply(BigDecimal.valueOf(31)).subtract(dividend).abs();
    assertThat(off).isLessThanOrEqualTo(new BigDecimal("0.005").multiply(BigDecimal.valueOf(31)));
  }

  @Test
  void amountsOfTwoCurrencies_haveNoSum() {
    Money yen = Money.ofMinor(Money.currency("JPY"), 5);
    assertThatThrownBy(() -> yen.plus(Money.none(EUR)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Money(EUR, BigDecimal.ONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(yen).hasToString("5 JPY");
    assertThat(Money.ofMinor(EUR, -5).minus(Money.ofMinor(EUR, 5))).hasToString("-0.10 EUR");
  }
}
