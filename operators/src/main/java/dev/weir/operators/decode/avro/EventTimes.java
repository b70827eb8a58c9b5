package dev.weir.operators.decode.avro;

import org.jspecify.annotations.Nullable;

/** Reads an event's own time. */
final class EventTimes {

  private static final long DAY_MILLIS = 86_400_000L;

  private final Layout.@Nullable Leaf field;

  /**
   * @param field null: events have no time of their own
   */
  EventTimes(Layout.@Nullable Leaf field) {
    this.field = field;
  }

  /** In ms since the epoch; a date is its midnight UTC. The Kafka timestamp where there is none. */
  long of(WriterProgram program, byte[] bytes, int[] spans, long kafkaTimestamp) {
    if (field == null || spans[field.slot()] == Layout.ABSENT) {
      return kafkaTimestamp;
    }
    int from = spans[field.slot()];
    int to = spans[field.slot() + 1];
    Encoding encoding = program.encoding(field.slot());
    if (encoding instanceof TimestampEncoding timestamp) {
      return timestamp.millis(bytes, from);
    } else if (encoding instanceof IsoEncoding iso) {
      return iso.millis(bytes, from, to);
    }
    return Varint.read(bytes, from) * DAY_MILLIS;
  }
}
