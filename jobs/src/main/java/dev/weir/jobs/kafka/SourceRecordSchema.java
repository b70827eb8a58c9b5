package dev.weir.jobs.kafka;

import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.state.StreamType;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes value, coordinates and timestamp of a Kafka record; its key and headers go no further. It
 * decodes nothing, so nothing in a record can make the source fail.
 */
public final class SourceRecordSchema implements KafkaRecordDeserializationSchema<SourceRecord> {
  private static final long serialVersionUID = 1L;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<SourceRecord> out) {
    out.collect(
        new SourceRecord(record.value(), record.partition(), record.offset(), record.timestamp()));
  }

  @Override
  public TypeInformation<SourceRecord> getProducedType() {
    return StreamType.SOURCE_RECORD;
  }
}
