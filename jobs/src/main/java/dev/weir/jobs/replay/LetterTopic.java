package dev.weir.jobs.replay;

import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.TopicReader;
import dev.weir.operators.deadletter.DeadLetter;
import java.util.function.Consumer;

/** The dead letters of a topic, as far as they are committed. */
public record LetterTopic(KafkaCluster kafka, String topic) {

  /**
   * Reads them in the order of each partition.
   *
   * @return how many records are no dead letters
   * @throws dev.weir.jobs.kafka.KafkaRefusal if the broker does not give them
   */
  public long read(Consumer<StoredLetter> each) {
    long[] unreadable = {0};
    new TopicReader(kafka)
        .committed(
            topic,
            record ->
                DeadLetter.read(record.value() == null ? new byte[0] : record.value())
                    .ifPresentOrElse(
                        letter -> each.accept(new StoredLetter(letter, record.timestamp())),
                        () -> unreadable[0]++));
    return unreadable[0];
  }
}
