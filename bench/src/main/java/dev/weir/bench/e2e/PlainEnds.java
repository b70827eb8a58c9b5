package dev.weir.bench.e2e;

import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/** Source and sink of the jobs that are not Weir's, with the client settings that Weir's have. */
final class PlainEnds {

  private PlainEnds() {}

  static KafkaSource<KeyedBytes> source(String bootstrapServers, String topic) {
    return KafkaSource.<KeyedBytes>builder()
        .setBootstrapServers(bootstrapServers)
        .setTopics(topic)
        .setGroupId("bench-plain")
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setProperty("max.poll.records", "2000")
        .setProperty("isolation.level", "read_committed")
        .setProperty("enable.auto.commit", "false")
        .setProperty("partition.discovery.interval.ms", "60000")
        .setDeserializer(new PlainRecords.Reads())
        .build();
  }

  static KafkaSink<KeyedBytes> sink(String bootstrapServers, String topic) {
    return KafkaSink.<KeyedBytes>builder()
        .setBootstrapServers(bootstrapServers)
        .setKafkaProducerConfig(producer())
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix("bench-plain/")
        .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
        .setRecordSerializer(new PlainRecords.Writes(topic))
        .build();
  }

  private static Properties producer() {
    Properties settings = new Properties();
    settings.setProperty("linger.ms", "20");
    settings.setProperty("batch.size", String.valueOf(256 << 10));
    settings.setProperty("buffer.memory", String.valueOf(64 << 20));
    settings.setProperty("max.request.size", String.valueOf(32 << 20));
    settings.setProperty("acks", "all");
    settings.setProperty("enable.idempotence", "true");
    settings.setProperty("transaction.timeout.ms", "900000");
    return settings;
  }
}
