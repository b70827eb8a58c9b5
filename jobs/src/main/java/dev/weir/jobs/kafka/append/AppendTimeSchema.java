package dev.weir.jobs.kafka.append;

import dev.weir.jobs.kafka.SourceRecordSchema;
import dev.weir.operators.record.SourceRecord;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;

/** Knows of the record that it was given last whether its timestamp is that of its append. */
final class AppendTimeSchema implements KafkaRecordDeserializationSchema<SourceRecord> {
  private static final long serialVersionUID = 1L;

  private final SourceRecordSchema schema = new SourceRecordSchema();
  private final boolean trustsProducer;
  private boolean appendTime;

  AppendTimeSchema(boolean trustsProducer) {
    this.trustsProducer = trustsProducer;
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<SourceRecord> out)
      throws IOException {
    appendTime = isAppendTime(record.timestampType());
    schema.deserialize(record, out);
  }

  private boolean isAppendTime(TimestampType type) {
    return type == TimestampType.LOG_APPEND_TIME
        || (trustsProducer && type == TimestampType.CREATE_TIME);
  }

  /** False of what was written before the topic was given append times. */
  boolean gaveAppendTime() {
    return appendTime;
  }

  @Override
  public TypeInformation<SourceRecord> getProducedType() {
    return schema.getProducedType();
  }
}
