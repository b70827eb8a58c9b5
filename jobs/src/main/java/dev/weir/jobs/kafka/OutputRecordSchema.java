package dev.weir.jobs.kafka;

import dev.weir.operators.record.OutputHeader;
import dev.weir.operators.record.OutputRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Output records as they are. The partition is left to Kafka: by the key if there is one, else of
 * its own choice. The topics are named beforehand, for the pooled transactions are found by them.
 */
final class OutputRecordSchema
    implements KafkaRecordSerializationSchema<OutputRecord>, KafkaDatasetFacetProvider {
  private static final long serialVersionUID = 1L;

  private final List<String> topics;

  OutputRecordSchema(List<String> topics) {
    this.topics = List.copyOf(topics);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      OutputRecord record, KafkaSinkContext context, @Nullable Long sourceTimestamp) {
    return new ProducerRecord<>(
        record.topic(),
        null,
        record.timestamp(),
        record.key(),
        record.value(),
        headers(record.headers()));
  }

  private static List<Header> headers(List<OutputHeader> headers) {
    List<Header> out = new ArrayList<>(headers.size());
    for (OutputHeader header : headers) {
      out.add(new RecordHeader(header.name(), header.value().getBytes(StandardCharsets.UTF_8)));
    }
    return out;
  }

  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return Optional.of(
        new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofTopics(topics)));
  }
}
