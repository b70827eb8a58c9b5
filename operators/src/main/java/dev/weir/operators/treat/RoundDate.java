package dev.weir.operators.treat;

import dev.weir.config.agreement.TimeUnit;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.record.Reason;
import dev.weir.operators.rfc3339.Dates;
import org.jspecify.annotations.Nullable;

/** A date cut to its month or year. */
final class RoundDate implements TextTreatment {

  private final int length;

  /**
   * @throws IllegalArgumentException for another unit, which would cut nothing off
   */
  RoundDate(TimeUnit unit) {
    length =
        switch (unit) {
          case MONTH -> 7;
          case YEAR -> 4;
          case DAY, HOUR ->
              throw new IllegalArgumentException("a date is rounded to month or year");
        };
  }

  @Override
  public @Nullable Reason apply(byte[] value, int from, int to, Slice subject, ByteOutput out) {
    if (Dates.day(value, from, to) == Dates.NONE) {
      return Reason.OUT_OF_RANGE;
    }
    out.write(value, from, from + length);
    return null;
  }
}
