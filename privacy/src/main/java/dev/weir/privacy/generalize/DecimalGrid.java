package dev.weir.privacy.generalize;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.OptionalLong;

/**
 * Numbers in cells of a step, origin 0; a cell holds its lower end and not its upper.
 *
 * @param step above 0
 */
public record DecimalGrid(BigDecimal step, Span span) implements Grid {

  private static final int MOST_BITS = 53; // what loss can tell apart

  public DecimalGrid {
    if (step.signum() <= 0) {
      throw new IllegalArgumentException("A step is above 0");
    }
  }

  /** With the lowest and highest value that are expected. */
  public static DecimalGrid of(BigDecimal step, BigDecimal lowest, BigDecimal highest) {
    return new DecimalGrid(
        step,
        new Span(floor(lowest, step).longValueExact(), floor(highest, step).longValueExact()));
  }

  /** The cell of a value; empty if it is farther than 2<sup>53</sup> cells from 0. */
  public OptionalLong cell(BigDecimal value) {
    long digits = value.precision() - (long) value.scale() - step.precision() + step.scale();
    if (digits > MOST_BITS) { // 1e999999999 is short to write and long to divide
      return value.signum() == 0 ? OptionalLong.of(0) : OptionalLong.empty();
    }
    if (digits < -1) {
      return OptionalLong.of(value.signum() < 0 ? -1 : 0);
    }
    BigInteger cell = floor(value, step);
    return cell.bitLength() > MOST_BITS
        ? OptionalLong.empty()
        : OptionalLong.of(cell.longValueExact());
  }

  private static BigInteger floor(BigDecimal value, BigDecimal step) {
    return value.divide(step, 0, RoundingMode.FLOOR).toBigIntegerExact();
  }

  @Override
  public Shown shown(long from, long to) {
    return new Shown.Numbers(
        step.multiply(BigDecimal.valueOf(from)), step.multiply(BigDecimal.valueOf(to + 1)));
  }
}
