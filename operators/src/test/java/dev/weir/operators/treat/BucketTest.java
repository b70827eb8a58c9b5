package dev.weir.operators.treat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.LogicalType;
import dev.weir.plan.Step;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketTest {

  @ParameterizedTest
  @CsvSource({
    "54.83, 10, 50",
    "50, 10, 50",
    "49.999999999999999999999999, 10, 40",
    "0, 10, 0",
    "-0, 10, 0",
    "-0.0, 10, 0",
    "-0.1, 10, -10",
    "-10, 10, -10",
    "-10.00, 10, -10",
    "-10.01, 10, -20",
    "9, 10, 0",
    "12.34, 0.5, 12.0",
    "12.5, 0.5, 12.5",
    "12.50, 2.50, 12.50",
    "7, 0.25, 7.00",
    "-7.01, 0.25, -7.25",
    "0.004, 0.01, 0.00",
    "-0.004, 0.01, -0.01",
    "1e3, 10, 1000",
    "1.25E+1, 10, 10",
    "125e-1, 0.5, 12.5",
    "-1e-30, 10, -10",
    "1e-30, 10, 0",
    "-1e-999999999, 10, -10",
    "1e-99999999999999999999, 0.1, 0.0",
    "-1e-99999999999999999999, 0.1, -0.1",
    "0e99999999999999999999, 10, 0",
    "-0.0e-5, 10, 0",
    "12345678901234567890123, 10, 12345678901234567890120",
    "-12345678901234567890123, 10, -12345678901234567890130",
    "12345678901234567890.123, 0.05, 12345678901234567890.10",
    "999999999999999999, 17, 999999999999999985",
    "1000000000000000000, 17, 999999999999999985",
    "5, 12345678901234567890, 0",
    "-5, 12345678901234567890, -12345678901234567890",
    "99, 1E+1, 90",
    "123456789, 0.0000000000000000000001, 123456789.0000000000000000000000",
  })
  void examples(String value, String width, String expected) {
    assertThat(bucket(value, width)).isEqualTo(expected);
  }

  @Property(tries = 5000)
  void anyDecimal_isFlooredAsBigDecimalDoes(
      @ForAll BigInteger unscaled,
      @ForAll @IntRange(min = 0, max = 30) int scale,
      @ForAll @LongRange(min = 1, max = 100_000) long width,
      @ForAll @IntRange(max = 4) int widthScale) {
    BigDecimal value = new BigDecimal(unscaled, scale);
    BigDecimal w = BigDecimal.valueOf(width, widthScale);
    assertThat(bucket(value.toPlainString(), w.toPlainString())).isEqualTo(oracle(value, w));
  }

  @Property(tries = 5000)
  void smallDecimals_areFlooredAsBigDecimalDoes(
      @ForAll @LongRange(min = -10_000, max = 10_000) long unscaled,
      @ForAll @IntRange(min = 0, max = 4) int scale,
      @ForAll @LongRange(min = 1, max = 500) long width,
      @ForAll @IntRange(max = 3) int widthScale) {
    BigDecimal value = BigDecimal.valueOf(unscaled, scale);
    BigDecimal w = BigDecimal.valueOf(width, widthScale);
    assertThat(bucket(value.toPlainString(), w.toPlainString())).isEqualTo(oracle(value, w));
  }

  @Property(tries = 5000)
  void exponents_areFlooredAsBigDecimalDoes(
      @ForAll long digits,
      @ForAll @IntRange(min = -60, max = 60) int exponent,
      @ForAll @LongRange(min = 1, max = 500) long width,
      @ForAll @IntRange(max = 3) int widthScale) {
    String text = digits + "e" + exponent;
    BigDecimal w = BigDecimal.valueOf(width, widthScale);
    assertThat(bucket(text, w.toPlainString())).isEqualTo(oracle(new BigDecimal(text), w));
  }

  private static String oracle(BigDecimal value, BigDecimal width) {
    BigDecimal cells = value.divide(width, 0, RoundingMode.FLOOR);
    return cells.multiply(width).setScale(width.scale()).toPlainString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e1001", "1e99999999999999999999", "123e4567890"})
  void numbersOfTooManyDigits_areOutOfRange(String value) {
    assertThat(bucket(value, "10")).isEqualTo("OUT_OF_RANGE");
  }

  @Test
  void aThousandDigits_areExact_andNoMore() {
    String digits = "7".repeat(999);
    assertThat(bucket(digits + "7", "10")).isEqualTo(digits + "0");
    assertThat(bucket(digits + "77", "10")).isEqualTo("OUT_OF_RANGE");
    assertThat(bucket("1e999", "10")).isEqualTo("1" + "0".repeat(999));
    assertThat(bucket("1e1000", "10")).isEqualTo("OUT_OF_RANGE");
    assertThat(bucket("12." + "5".repeat(997), "10")).isEqualTo("10");
    assertThat(bucket("12." + "5".repeat(998), "10")).isEqualTo("OUT_OF_RANGE");
  }

  @Test
  void aWidthThatIsNotAboveZero_isRefused() {
    assertThatThrownBy(() -> bucket("1", "0")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bucket("1", "-1")).isInstanceOf(IllegalArgumentException.class);
  }

  private static String bucket(String value, String width) {
    Step step = new Step.Bucket(new BigDecimal(width));
    return Treating.apply(Treating.compile(step, LogicalType.NUMBER), value);
  }
}
