package dev.weir.operators.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as it leaves: everything that a reader of the topic will see of it, and what it was made
 * of, which no reader sees.
 *
 * @param topic one of the plan's
 * @param key the subject's token; null if there is none: then Kafka chooses the partition
 * @param value empty: a tombstone, by which a compacted topic forgets what it has of the key
 * @param timestamp the time of release in ms since the epoch, cut to the minute
 * @param headers in order; nothing of the source's; a list that nobody changes
 * @param partition of the source; negative if it was made of no Kafka record
 * @param offset in that partition
 * @param origin what a quota counts and judges it by; null: none is asked
 * @param cells values in it that are not null, as they were counted when it was written; {@link
 *     #UNCOUNTED} after it has gone to another task, or into a state
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copied nowhere on the hot path
public record OutputRecord(
    String topic,
    byte @Nullable [] key,
    byte[] value,
    long timestamp,
    List<OutputHeader> headers,
    int partition,
    long offset,
    @Nullable Origin origin,
    int cells) {

  public static final int UNCOUNTED = -1;

  /** One that no quota is asked about. */
  public OutputRecord(
      String topic,
      byte @Nullable [] key,
      byte[] value,
      long timestamp,
      List<OutputHeader> headers,
      int partition,
      long offset) {
    this(topic, key, value, timestamp, headers, partition, offset, null, UNCOUNTED);
  }

  /** One that was made of no Kafka record. */
  public OutputRecord(
      String topic,
      byte @Nullable [] key,
      byte[] value,
      long timestamp,
      List<OutputHeader> headers) {
    this(topic, key, value, timestamp, headers, -1, -1);
  }

  /** The same, for a quota to be asked about. */
  public OutputRecord of(Origin from) {
    return new OutputRecord(topic, key, value, timestamp, headers, partition, offset, from, cells);
  }

  /** Whether a compacted topic forgets by it what it has of the key. */
  public boolean isTombstone() {
    return value.length == 0;
  }

  /** Where it goes; never what it holds. */
  @Override
  public String toString() {
    return "OutputRecord[" + topic + ", " + value.length + " bytes]";
  }
}
