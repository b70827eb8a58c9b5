package dev.weir.jobs.kafka.append;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What a broker has said of the topic.
 *
 * @param asked our clock before it was asked, ms since the epoch
 * @param partitions how many the topic has
 * @param ends where partitions of ours end; those that have a transaction open are not there
 * @param found what was asked of parts that seem to hold no record
 */
record TopicState(
    long asked,
    int partitions,
    Map<TopicPartition, Long> ends,
    Map<TopicPartition, Stretch.Found> found) {
  TopicState {
    ends = Map.copyOf(ends);
    found = Map.copyOf(found);
  }
}
