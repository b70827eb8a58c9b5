package dev.weir.jobs.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/**
 * {@link StartFrom} for the connector. Unlike the connector's own initializers it never looks at
 * committed offsets, and lets no consumer jump: an offset that the broker no longer has is an
 * error, for what lay between would be lost silently.
 */
record InitialOffsets(StartFrom startFrom) implements OffsetsInitializer {

  InitialOffsets {
    if (startFrom instanceof StartFrom.Latest) {
      throw new IllegalArgumentException("the end of a topic must be asked for before the start");
    }
  }

  @Override
  public Map<TopicPartition, Long> getPartitionOffsets(
      Collection<TopicPartition> partitions, PartitionOffsetsRetriever broker) {
    if (startFrom instanceof StartFrom.Timestamp timestamp) {
      return from(timestamp, partitions, broker);
    }
    Map<TopicPartition, Long> offsets = new HashMap<>(broker.beginningOffsets(partitions));
    if (startFrom instanceof StartFrom.End end) {
      partitions.forEach(
          partition ->
              offsets.merge(partition, end.offsets().getOrDefault(partition, 0L), Math::max));
    }
    return offsets;
  }

  private static Map<TopicPartition, Long> from(
      StartFrom.Timestamp timestamp,
      Collection<TopicPartition> partitions,
      PartitionOffsetsRetriever broker) {
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, timestamp.from().toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> found = broker.offsetsForTimes(times);
    Map<TopicPartition, Long> offsets = new HashMap<>(broker.endOffsets(partitions));
    found.forEach(
        (partition, first) -> {
          if (first != null) {
            offsets.put(partition, first.offset());
          }
        });
    return offsets;
  }

  @Override
  public OffsetResetStrategy getAutoOffsetResetStrategy() {
    return OffsetResetStrategy.NONE;
  }
}
