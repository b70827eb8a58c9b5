package dev.weir.operators.treat;

import dev.weir.config.agreement.TimeUnit;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.record.Reason;
import dev.weir.operators.rfc3339.Dates;
import dev.weir.operators.rfc3339.Times;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A timestamp put in UTC and cut: {@code 2026-03-01T08:00:00Z}, {@code 2026-03-01}, {@code
 * 2026-03}, {@code 2026}. It must lie in the years 0001 to 9999 in UTC.
 */
final class RoundTimestamp implements TextTreatment {

  private static final byte[] FULL_HOUR = ":00:00Z".getBytes(StandardCharsets.US_ASCII);
  private static final long HOUR_MILLIS = 3_600_000L;

  private final @Nullable ZoneId zone;
  private final boolean hour;
  private final int dateLength;

  /**
   * @param zone of values without an offset; null: they have one
   */
  RoundTimestamp(TimeUnit unit, @Nullable ZoneId zone) {
    this.zone = zone;
    hour = unit == TimeUnit.HOUR;
    dateLength =
        switch (unit) {
          case HOUR, DAY -> 10;
          case MONTH -> 7;
          case YEAR -> 4;
        };
  }

  @Override
  public @Nullable Reason apply(byte[] value, int from, int to, Slice subject, ByteOutput out) {
    long millis = Times.millis(value, from, to, zone);
    long hours = Math.floorDiv(millis, HOUR_MILLIS);
    long day = Math.floorDiv(hours, 24L);
    if (millis == Dates.NONE || day < Dates.FIRST_OF_YEAR_1 || day > Dates.LAST) {
      return Reason.OUT_OF_RANGE;
    }
    Dates.write(day, dateLength, out);
    if (hour) {
      int ofDay = (int) (hours - day * 24);
      out.write('T');
      out.write('0' + ofDay / 10);
      out.write('0' + ofDay % 10);
      out.write(FULL_HOUR);
    }
    return null;
  }
}
