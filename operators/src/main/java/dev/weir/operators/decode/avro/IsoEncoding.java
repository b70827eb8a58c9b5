package dev.weir.operators.decode.avro;

import dev.weir.config.LogicalType;
import dev.weir.operators.rfc3339.Dates;
import dev.weir.operators.rfc3339.Times;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A date, a timestamp or a time of day written as a string. */
final class IsoEncoding extends TextEncoding {

  private final LogicalType type;
  private final @Nullable ZoneId zone;
  private final Refusal wrongType;

  /**
   * @param type date, timestamp or time
   * @param zone of a timestamp without an offset; null: it needs one
   */
  IsoEncoding(LogicalType type, @Nullable ZoneId zone, Refusal wrongType) {
    this.type = type;
    this.zone = zone;
    this.wrongType = wrongType;
  }

  @Override
  void check(byte[] bytes, int from, int to) {
    super.check(bytes, from, to);
    int start = Varint.end(bytes, from);
    boolean good =
        type == LogicalType.TIME
            ? Times.isTimeOfDay(bytes, start, to)
            : millis(bytes, from, to) != Dates.NONE;
    if (!good) {
      throw wrongType;
    }
  }

  /** Milliseconds since the epoch, of a date or timestamp; {@link Dates#NONE} if it is none. */
  long millis(byte[] bytes, int from, int to) {
    int start = Varint.end(bytes, from);
    return type == LogicalType.DATE
        ? Dates.millis(bytes, start, to)
        : Times.millis(bytes, start, to, zone);
  }
}
