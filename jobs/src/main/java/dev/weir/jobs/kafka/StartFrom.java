package dev.weir.jobs.kafka;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a source begins that has no state yet. With state it goes on where the state says, whatever
 * stands here, and whatever offsets the broker has noted.
 */
public sealed interface StartFrom extends Serializable {

  /** The oldest record that the topic still has. */
  record Earliest() implements StartFrom {}

  /** What comes after the start; {@link KafkaProbe#ends} makes it fixed offsets. */
  record Latest() implements StartFrom {}

  /** The first record whose Kafka timestamp is not before that time; the end if there is none. */
  record Timestamp(Instant from) implements StartFrom {}

  /**
   * Fixed offsets, as the topic's end was found when the job was started. Asking for the end anew
   * after a failure before the first checkpoint would pass over what came in between.
   *
   * @param offsets of the partitions that were there; one that came later is read from its
   *     beginning
   */
  record End(Map<TopicPartition, Long> offsets) implements StartFrom {
    public End {
      offsets = Map.copyOf(offsets);
    }
  }
}
