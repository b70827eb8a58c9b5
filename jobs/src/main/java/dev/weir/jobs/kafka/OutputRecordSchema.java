package dev.weir.jobs.kafka;

import dev.weir.operators.record.OutputRecord;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Output records as they are. The partition is left to Kafka: by the key if there is one, else of
 * its own choice. The topics are named beforehand, for the pooled transactions are found by them.
 */
final class OutputRecordSchema
    implements KafkaRecordSerializationSchema<OutputRecord>, KafkaDatasetFacetProvider {
  private static final long serialVersionUID = 1L;

  private final List<String> topics;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient EncodedHeaders headers;

  OutputRecordSchema(List<String> topics) {
    this.topics = List.copyOf(topics);
  }

  @Override
  public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sink) {
    headers = new EncodedHeaders();
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      OutputRecord record, KafkaSinkContext context, @Nullable Long sourceTimestamp) {
    return produced(record, headers);
  }

  /** For any producer. */
  static ProducerRecord<byte[], byte[]> produced(OutputRecord record, EncodedHeaders headers) {
    return new ProducerRecord<>(
        record.topic(),
        null,
        record.timestamp(),
        record.key(),
        record.isTombstone() ? null : record.value(),
        headers.of(record.topic(), record.headers()));
  }

  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return Optional.of(
        new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofTopics(topics)));
  }
}
