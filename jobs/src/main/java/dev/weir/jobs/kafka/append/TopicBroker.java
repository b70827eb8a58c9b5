package dev.weir.jobs.kafka.append;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Who knows where the partitions of the topic end. */
interface TopicBroker extends AutoCloseable {

  /**
   * Asks. May take seconds.
   *
   * @param asked our clock, before this was called
   * @param ours whose ends are asked for
   * @param stretches to be looked through; as far as it is done in a short time
   * @throws org.apache.kafka.common.KafkaException if no broker says; or {@link
   *     dev.weir.jobs.kafka.KafkaRefusal}
   */
  TopicState ask(long asked, Set<TopicPartition> ours, Map<TopicPartition, Stretch> stretches);

  @Override
  void close();
}
