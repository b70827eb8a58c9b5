package dev.weir.operators.treat;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.record.Reason;
import dev.weir.plan.Step;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The largest multiple of a width that is not above the number, exactly, with as many digits after
 * the point as the width has. A number of more than {@value ExactFloor#MAX_DIGITS} characters, or
 * of more digits before the point, is out of range: it would cost more than it is worth.
 */
final class Bucket implements TextTreatment {

  private final BigInteger width;
  private final int scale;

  /** The same width, 0 if it is too large to count with longs. */
  private final long smallWidth;

  private final FixedPoint fixed;

  /**
   * @throws IllegalArgumentException if the width is not above 0
   */
  Bucket(Step.Bucket step) {
    if (step.width().signum() <= 0) {
      throw new IllegalArgumentException("the width of a bucket is above 0");
    }
    BigDecimal plain = step.width().scale() < 0 ? step.width().setScale(0) : step.width();
    width = plain.unscaledValue();
    scale = plain.scale();
    boolean small = width.bitLength() < 60 && scale <= FixedPoint.DIGITS;
    smallWidth = small ? width.longValue() : 0;
    fixed = new FixedPoint(Math.min(scale, FixedPoint.DIGITS));
  }

  @Override
  public @Nullable Reason apply(byte[] value, int from, int to, Slice subject, ByteOutput out) {
    if (to - from > ExactFloor.MAX_DIGITS) {
      return Reason.OUT_OF_RANGE; // however it is written: what is small is no exception
    } else if (smallWidth > 0 && fixed.read(value, from, to)) {
      fixed.write(Math.floorDiv(fixed.floor(), smallWidth) * smallWidth, out);
      return null;
    }
    BigInteger floor = ExactFloor.of(value, from, to, scale);
    if (floor == null) {
      return Reason.OUT_OF_RANGE;
    }
    BigInteger bound = floor.subtract(floor.mod(width)); // mod is never negative
    String text = new BigDecimal(bound, scale).toPlainString();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    return null;
  }
}
