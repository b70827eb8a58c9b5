package dev.weir.metering.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in whole minor units of its currency (ISO 4217: two digits for EUR, none for JPY, three
 * for KWD).
 *
 * <p>The rounding rule: to the nearest minor unit, and what is exactly half way away from zero
 * (Council Regulation (EC) No 1103/97, article 5, for amounts above zero). It is symmetric: what
 * takes an amount back is its exact negative.
 *
 * @param amount with as many decimals as the currency has
 */
public record Money(Currency currency, BigDecimal amount) {

  private static final RoundingMode RULE = RoundingMode.HALF_UP;

  /**
   * @throws IllegalArgumentException if the currency has no minor unit, as gold (XAU) has none, or
   *     the amount is not in whole ones
   */
  public Money {
    if (amount.scale() != digits(currency)) {
      throw new IllegalArgumentException("an amount of " + currency + " is in whole minor units");
    }
  }

  /**
   * The currency of a code.
   *
   * @throws IllegalArgumentException if ISO 4217 has no such currency, or it has no minor unit
   */
  public static Currency currency(String code) {
    Currency currency;
    try {
      currency = Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(code + " is no currency of ISO 4217", unknown);
    }
    digits(currency);
    return currency;
  }

  private static int digits(Currency currency) {
    int digits = currency.getDefaultFractionDigits();
    if (digits < 0) {
      throw new IllegalArgumentException(currency + " has no minor unit, so nothing is paid in it");
    }
    return digits;
  }

  /** An exact amount, rounded. */
  public static Money rounded(Currency currency, BigDecimal exact) {
    return new Money(currency, exact.setScale(digits(currency), RULE));
  }

  /**
   * An exact fraction, rounded once.
   *
   * @throws ArithmeticException if {@code divisor} is 0
   */
  public static Money rounded(Currency currency, BigDecimal dividend, BigDecimal divisor) {
    return new Money(currency, dividend.divide(divisor, digits(currency), RULE));
  }

  public static Money none(Currency currency) {
    return rounded(currency, BigDecimal.ZERO);
  }

  /** A number of minor units: cents. */
  public static Money ofMinor(Currency currency, long units) {
    return new Money(currency, BigDecimal.valueOf(units, digits(currency)));
  }

  /** How many minor units. */
  public BigInteger minor() {
    return amount.unscaledValue();
  }

  /**
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money plus(Money other) {
    return new Money(same(other), amount.add(other.amount));
  }

  /**
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money minus(Money other) {
    return new Money(same(other), amount.subtract(other.amount));
  }

  public Money negated() {
    return new Money(currency, amount.negate());
  }

  /** −1, 0 or 1. */
  public int sign() {
    return amount.signum();
  }

  private Currency same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " have no sum");
    }
    return currency;
  }

  /** {@code 12.50 EUR}. */
  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }
}
