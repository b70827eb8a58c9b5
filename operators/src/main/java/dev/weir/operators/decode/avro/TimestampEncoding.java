package dev.weir.operators.decode.avro;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.rfc3339.Dates;
import dev.weir.operators.rfc3339.Times;
import java.time.ZoneId;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A timestamp as parts of a second since 1970-01-01T00:00: an instant, written in UTC with a {@code
 * Z}, or local, written without an offset. One outside the years 0 to 9999 is none.
 */
final class TimestampEncoding extends Encoding {

  private static final int SECONDS_A_DAY = 86_400;

  private final long unitsASecond;
  private final @Nullable ZoneId zone;
  private final Refusal wrongType;

  /**
   * @param unitsASecond 1,000 or 1,000,000 or 1,000,000,000
   * @param zone of a local one; null: an instant
   */
  TimestampEncoding(long unitsASecond, @Nullable ZoneId zone, Refusal wrongType) {
    this.unitsASecond = unitsASecond;
    this.zone = zone;
    this.wrongType = wrongType;
  }

  @Override
  void pass(AvroInput in) {
    in.readLong();
  }

  @Override
  void check(byte[] bytes, int from, int to) {
    if (!Dates.writable(day(Varint.read(bytes, from)))) {
      throw wrongType;
    }
  }

  @Override
  public boolean copiesTo(Schema type) {
    return type.getType() == Schema.Type.LONG;
  }

  @Override
  public void text(byte[] bytes, int from, int to, ByteOutput out) {
    long value = Varint.read(bytes, from);
    long day = day(value);
    if (!Dates.writable(day)) {
      return;
    }
    long second = Math.floorDiv(value, unitsASecond);
    Dates.write(day, Dates.LENGTH, out);
    TimeText.time((int) Math.floorMod(second, (long) SECONDS_A_DAY), out);
    TimeText.fraction(
        (int) (Math.floorMod(value, unitsASecond) * (1_000_000_000 / unitsASecond)), out);
    if (zone == null) {
      out.write('Z');
    }
  }

  /** Milliseconds since the epoch. */
  long millis(byte[] bytes, int from) {
    long millis = Math.floorDiv(Varint.read(bytes, from), unitsASecond / 1000);
    return zone == null ? millis : Times.inZone(millis, zone);
  }

  private long day(long value) {
    return Math.floorDiv(value, unitsASecond * SECONDS_A_DAY);
  }
}
