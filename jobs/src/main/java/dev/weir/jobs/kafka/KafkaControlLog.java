package dev.weir.jobs.kafka;

import dev.weir.operators.control.ControlLog;

/** The control log as a topic of one partition. */
public record KafkaControlLog(KafkaCluster kafka, String topic) implements ControlLog {

  @Override
  public Reader open() {
    return new KafkaControlReader(kafka, topic);
  }
}
