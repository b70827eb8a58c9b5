package dev.weir.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.record.OutputHeader;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema.KafkaSinkContext;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.UserCodeClassLoader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemasTest {

  private static final SerializationSchema.InitializationContext NOT_ASKED =
      new SerializationSchema.InitializationContext() {
        @Override
        public MetricGroup getMetricGroup() {
          throw new AssertionError("nothing is counted here");
        }

        @Override
        public UserCodeClassLoader getUserCodeClassLoader() {
          throw new AssertionError("no class is loaded here");
        }
      };
  private static final KafkaSinkContext NOBODY_ASKS =
      new KafkaSinkContext() {
        @Override
        public int getParallelInstanceId() {
          throw new AssertionError("a subtask may not show in what leaves");
        }

        @Override
        public int getNumberOfParallelInstances() {
          throw new AssertionError("a subtask may not show in what leaves");
        }

        @Override
        public int[] getPartitionsForTopic(String topic) {
          throw new AssertionError("the partition is Kafka's to choose");
        }
      };

  @Test
  void sourceRecord_isValueCoordinatesAndTimestamp_andNothingElse() throws Exception {
    List<SourceRecord> out = new ArrayList<>();
    ConsumerRecord<byte[], byte[]> record = kafkaRecord("value".getBytes(StandardCharsets.UTF_8));
    new SourceRecordSchema().deserialize(record, new ListCollector<>(out));
    assertThat(out)
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(new SourceRecord(record.value(), 3, 17, 123));
  }

  @Test
  void tombstone_isARecordWithoutAValue() throws Exception {
    List<SourceRecord> out = new ArrayList<>();
    new SourceRecordSchema().deserialize(kafkaRecord(null), new ListCollector<>(out));
    assertThat(out).singleElement().satisfies(record -> assertThat(record.value()).isNull());
  }

  @SuppressWarnings("NullAway") // Kafka's tombstones
  private static ConsumerRecord<byte[], byte[]> kafkaRecord(byte @Nullable [] value) {
    byte[] key = "source key".getBytes(StandardCharsets.UTF_8);
    RecordHeaders headers = new RecordHeaders();
    headers.add("source-header", key);
    return new ConsumerRecord<>(
        "t",
        3,
        17,
        123,
        TimestampType.CREATE_TIME,
        1,
        1,
        key,
        value,
        headers,
        java.util.Optional.empty());
  }

  @Test
  void whatLeaves_isWhatTheOutputRecordSays_withoutAPartition() {
    byte[] key = {1, 2};
    byte[] value = {3};
    OutputRecord record =
        new OutputRecord(
            "acme.v1", key, value, 60_000, List.of(new OutputHeader("weir-plan", "0ü")));
    ProducerRecord<byte[], byte[]> kafka = serialized(record);
    assertThat(kafka.topic()).isEqualTo("acme.v1");
    assertThat(kafka.partition()).isNull();
    assertThat(kafka.timestamp()).isEqualTo(60_000);
    assertThat(kafka.key()).isSameAs(key);
    assertThat(kafka.value()).isSameAs(value);
    assertThat(kafka.headers().toArray())
        .singleElement()
        .satisfies(
            header -> {
              assertThat(header.key()).isEqualTo("weir-plan");
              assertThat(header.value()).isEqualTo("0ü".getBytes(StandardCharsets.UTF_8));
            });
  }

  private static ProducerRecord<byte[], byte[]> serialized(OutputRecord record) {
    OutputRecordSchema schema = new OutputRecordSchema(List.of("acme.v1"));
    schema.open(NOT_ASKED, NOBODY_ASKS);
    schema.serialize(record, NOBODY_ASKS, 12_345L);
    return schema.serialize(record, NOBODY_ASKS, 12_345L);
  }

  @Test
  void headersOfTheNextMinute_areNotThoseOfTheLast() {
    OutputRecordSchema schema = new OutputRecordSchema(List.of("acme.v1"));
    schema.open(NOT_ASKED, NOBODY_ASKS);
    for (String expires : List.of("1", "2", "1")) {
      OutputRecord record =
          new OutputRecord(
              "acme.v1", null, new byte[0], 0, List.of(new OutputHeader("weir-expires", expires)));
      assertThat(schema.serialize(record, NOBODY_ASKS, null).headers().lastHeader("weir-expires"))
          .satisfies(header -> assertThat(header.value()).asString().isEqualTo(expires));
    }
  }

  @Test
  void topicsAreNamedBeforehand_forPooledTransactions() {
    KafkaDatasetFacet facet =
        new OutputRecordSchema(List.of("a", "b")).getKafkaDatasetFacet().orElseThrow();
    assertThat(facet.getTopicIdentifier().getTopics()).containsExactly("a", "b");
  }
}
