package dev.weir.bench.e2e;

import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Kafka records to keys and values, and back. */
final class PlainRecords {

  static final TypeInformation<KeyedBytes> TYPE = TypeInformation.of(KeyedBytes.class);

  private PlainRecords() {}

  static final class Reads implements KafkaRecordDeserializationSchema<KeyedBytes> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<KeyedBytes> out) {
      out.collect(new KeyedBytes(record.key(), record.value()));
    }

    @Override
    public TypeInformation<KeyedBytes> getProducedType() {
      return TYPE;
    }
  }

  /** Pooled transactions are found by the topics, which are therefore named beforehand. */
  static final class Writes
      implements KafkaRecordSerializationSchema<KeyedBytes>, KafkaDatasetFacetProvider {
    private static final long serialVersionUID = 1L;

    private final String topic;

    Writes(String topic) {
      this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        KeyedBytes record, KafkaSinkContext context, @Nullable Long timestamp) {
      return new ProducerRecord<>(topic, record.key(), record.value());
    }

    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
      return Optional.of(
          new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofTopics(List.of(topic))));
    }
  }
}
