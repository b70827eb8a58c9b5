package dev.weir.operators.treat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Rounds numbers of any form towards negative infinity, in bounded time. */
final class ExactFloor {

  /** The most characters of a number, and the most digits before its point. */
  static final int MAX_DIGITS = 1000;

  /** Far outside of what {@link #MAX_DIGITS} can bring back to a size of interest. */
  private static final long FAR = 1L << 40;

  private ExactFloor() {}

  /**
   * A number as JSON writes it, times ten to the power of {@code scale}, rounded down; null if it
   * is too long or too large.
   */
  static @Nullable BigInteger of(byte[] text, int from, int to, int scale) {
    if (to - from > MAX_DIGITS) {
      return null;
    }
    String number = new String(text, from, to - from, StandardCharsets.US_ASCII);
    int e = Math.max(number.indexOf('e'), number.indexOf('E'));
    BigDecimal digits = new BigDecimal(e < 0 ? number : number.substring(0, e));
    long exponent = e < 0 ? 0 : exponent(number.substring(e + 1));
    return digits.signum() == 0 ? BigInteger.ZERO : floor(digits, exponent, scale);
  }

  private static long exponent(String text) {
    BigInteger exponent = new BigInteger(text);
    boolean near = exponent.bitLength() < 40;
    return near ? exponent.longValue() : exponent.signum() * FAR;
  }

  /** What is far too large, or too small to have a digit left, is not computed. */
  private static @Nullable BigInteger floor(BigDecimal digits, long exponent, int scale) {
    long beforePoint = digits.precision() - digits.scale() + exponent;
    if (beforePoint > MAX_DIGITS) {
      return null;
    } else if (beforePoint < -scale) {
      return digits.signum() < 0 ? BigInteger.ONE.negate() : BigInteger.ZERO;
    }
    BigDecimal number = digits.scaleByPowerOfTen((int) exponent + scale);
    return number.setScale(0, RoundingMode.FLOOR).unscaledValue();
  }
}
