package dev.weir.operators.treat;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.record.Reason;
import dev.weir.operators.rfc3339.Dates;
import org.jspecify.annotations.Nullable;

/**
 * A date or timestamp moved by its subject's days; time of day and offset stay as they are written.
 * It must land in the years 0001 to 9999.
 */
final class Shift implements TextTreatment {

  private final ShiftDays days;

  Shift(ShiftDays days) {
    this.days = days;
  }

  @Override
  public @Nullable Reason apply(byte[] value, int from, int to, Slice subject, ByteOutput out) {
    if (subject.isEmpty()) {
      return Reason.NO_SUBJECT;
    }
    long day = Dates.leadingDay(value, from, to);
    long moved = day + days.days(subject.array(), subject.from(), subject.to());
    if (day == Dates.NONE || moved < Dates.FIRST_OF_YEAR_1 || moved > Dates.LAST) {
      return Reason.OUT_OF_RANGE;
    }
    Dates.write(moved, Dates.LENGTH, out);
    out.write(value, from + Dates.LENGTH, to);
    return null;
  }
}
