package dev.weir.operators.decode.avro;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A date or timestamp written as a string. */
final class IsoEncoding extends TextEncoding {

  private final boolean date;
  private final @Nullable ZoneId zone;
  private final Refusal wrongType;

  /**
   * @param zone of a timestamp without an offset; null: it needs one
   */
  IsoEncoding(boolean date, @Nullable ZoneId zone, Refusal wrongType) {
    this.date = date;
    this.zone = zone;
    this.wrongType = wrongType;
  }

  @Override
  void check(byte[] bytes, int from, int to) {
    super.check(bytes, from, to);
    if (millis(bytes, from, to) == IsoText.NONE) {
      throw wrongType;
    }
  }

  /** Milliseconds since the epoch; {@link IsoText#NONE} if it is no such time. */
  long millis(byte[] bytes, int from, int to) {
    int start = Varint.end(bytes, from);
    return date ? IsoText.date(bytes, start, to) : IsoText.timestamp(bytes, start, to, zone);
  }
}
