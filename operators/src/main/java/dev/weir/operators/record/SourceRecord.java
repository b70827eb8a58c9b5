package dev.weir.operators.record;

import org.jspecify.annotations.Nullable;

/**
 * A record as the source has it.
 *
 * @param value null: a Kafka record without a value (a tombstone); in a file an empty array stands
 *     for a blank line
 * @param partition of the topic; in a file negative: -1 in the first that is read, -2 in the next
 * @param offset in the partition; in a file the line, from 1
 * @param timestamp the Kafka timestamp in ms since the epoch; in a file the clock
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copied nowhere on the hot path
public record SourceRecord(byte @Nullable [] value, int partition, long offset, long timestamp) {

  /** The coordinates; never the value. */
  @Override
  public String toString() {
    return "SourceRecord[" + partition + "@" + offset + "]";
  }
}
