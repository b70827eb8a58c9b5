package dev.weir.jobs.kafka.append;

import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.KafkaProbe;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Asks a cluster. A second client reads, once something is to be looked through. */
final class KafkaTopicBroker implements TopicBroker {

  private final KafkaCluster kafka;
  private final String topic;
  private final KafkaProbe probe;
  private @Nullable StretchReader reader;

  KafkaTopicBroker(KafkaCluster kafka, String topic) {
    this.kafka = kafka;
    this.topic = topic;
    this.probe = KafkaProbe.of(kafka);
  }

  @Override
  public TopicState ask(
      long asked, Set<TopicPartition> ours, Map<TopicPartition, Stretch> stretches) {
    return new TopicState(
        asked, probe.partitions(topic).size(), probe.settledEnds(ours), found(stretches));
  }

  private Map<TopicPartition, Stretch.Found> found(Map<TopicPartition, Stretch> stretches) {
    if (stretches.isEmpty()) {
      return Map.of();
    }
    if (reader == null) {
      reader = new StretchReader(kafka);
    }
    return reader.look(stretches);
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.close();
    }
    probe.close();
  }
}
