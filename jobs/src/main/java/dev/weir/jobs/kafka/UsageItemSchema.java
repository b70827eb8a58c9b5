package dev.weir.jobs.kafka;

import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageFormatException;
import dev.weir.metering.usage.UsageJson;
import dev.weir.operators.record.UsageItem;
import dev.weir.operators.state.StreamType;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Usage events with the month they are rated in. What is none is passed on as that: it fails later.
 */
final class UsageItemSchema implements KafkaRecordDeserializationSchema<UsageItem> {
  private static final long serialVersionUID = 1L;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<UsageItem> out) {
    String month = "";
    byte[] written = new byte[0];
    try {
      UsageEvent event = UsageRecords.event(record);
      month = event.data().agreement().id() + "/" + event.data().window().month();
      written = UsageJson.write(event);
    } catch (UsageFormatException none) {
      // an empty month says so
    }
    out.collect(new UsageItem(month, written, record.topic(), record.partition(), record.offset()));
  }

  @Override
  public TypeInformation<UsageItem> getProducedType() {
    return StreamType.USAGE_ITEM;
  }
}
