package dev.weir.jobs.kafka;

import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.record.UsageItem;
import dev.weir.plan.SinkPlan;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The connector's source and sink with the settings that exactly-once needs. */
public final class KafkaEnds {

  /** How often a source looks for new partitions. */
  private static final Duration DISCOVERY = Duration.ofMinutes(1);

  private KafkaEnds() {}

  /**
   * A source that reads committed records only.
   *
   * @param group consumer group that offsets are noted under, for monitoring only
   */
  public static KafkaSource<SourceRecord> source(
      KafkaCluster kafka, String topic, String group, StartFrom startFrom) {
    return source(kafka, topic, group, startFrom, new SourceRecordSchema());
  }

  /** As above, with another schema. */
  public static KafkaSource<SourceRecord> source(
      KafkaCluster kafka,
      String topic,
      String group,
      StartFrom startFrom,
      KafkaRecordDeserializationSchema<SourceRecord> schema) {
    return KafkaSource.<SourceRecord>builder()
        .setProperties(consumer(kafka))
        .setTopics(topic)
        .setGroupId(group)
        .setStartingOffsets(new InitialOffsets(startFrom))
        .setDeserializer(schema)
        .build();
  }

  /**
   * A source of usage events, from the oldest on, committed ones only.
   *
   * @param topics all of them; each is there
   */
  public static KafkaSource<UsageItem> usage(
      KafkaCluster kafka, List<String> topics, String group) {
    return KafkaSource.<UsageItem>builder()
        .setProperties(consumer(kafka))
        .setTopics(topics)
        .setGroupId(group)
        .setStartingOffsets(new InitialOffsets(new StartFrom.Earliest()))
        .setDeserializer(new UsageItemSchema())
        .build();
  }

  private static Properties consumer(KafkaCluster kafka) {
    Properties settings = new Properties();
    settings.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "2000");
    settings.putAll(kafka.consumer());
    settings.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    settings.setProperty(
        KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(),
        Long.toString(DISCOVERY.toMillis()));
    return settings;
  }

  /**
   * The sink for all topics of a plan: one transaction per subtask and checkpoint.
   *
   * @param topics that are written: it asks for what a former run has left open there, and ends
   *     when one may not be looked at
   */
  public static Sink<OutputRecord> sink(KafkaCluster kafka, SinkPlan plan, List<String> topics) {
    return new LeavingSink(connector(kafka, plan, topics), kafka);
  }

  private static KafkaSink<OutputRecord> connector(
      KafkaCluster kafka, SinkPlan plan, List<String> topics) {
    return KafkaSink.<OutputRecord>builder()
        .setKafkaProducerConfig(producer(kafka))
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(plan.transactionalIdPrefix())
        // Pooled ids stay few; the broker keeps each for seven days. There is no way back.
        .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
        .setRecordSerializer(new OutputRecordSchema(topics))
        .build();
  }

  /** Of every producer that writes what leaves. */
  static Properties producer(KafkaCluster kafka) {
    Properties settings = new Properties();
    settings.setProperty(ProducerConfig.LINGER_MS_CONFIG, "20");
    settings.setProperty(ProducerConfig.BATCH_SIZE_CONFIG, String.valueOf(256 << 10));
    settings.setProperty(ProducerConfig.BUFFER_MEMORY_CONFIG, String.valueOf(64 << 20));
    // What the topic takes is the limit, and judged before a record gets here.
    settings.setProperty(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, String.valueOf(32 << 20));
    settings.putAll(kafka.producer());
    settings.setProperty(ProducerConfig.ACKS_CONFIG, "all");
    settings.setProperty(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    settings.setProperty(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
        Long.toString(kafka.transactionTimeout().toMillis()));
    return settings;
  }
}
