package dev.weir.jobs.kafka;

import dev.weir.config.problem.FailureWords;
import dev.weir.operators.progress.WriteRights;
import java.io.IOException;
import java.util.Collection;
import org.apache.kafka.common.KafkaException;

/** Asks a Kafka cluster what may be written. */
public record KafkaWriteRights(KafkaCluster kafka) implements WriteRights.Broker {

  @Override
  public Collection<String> unwritable(Collection<String> topics) throws IOException {
    try (KafkaProbe probe = KafkaProbe.of(kafka)) {
      return probe.unwritable(topics);
    } catch (KafkaRefusal | KafkaException no) {
      throw new IOException("the broker was not to be asked (" + FailureWords.of(no) + ")");
    }
  }
}
