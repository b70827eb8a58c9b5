package dev.weir.jobs.usage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.jobs.kafka.TopicReader;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageFormatException;
import dev.weir.metering.usage.UsageHeaders;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Usage events on Kafka. */
public final class UsageTopics {

  private UsageTopics() {}

  /**
   * The event of a record.
   *
   * @throws UsageFormatException if it is none; repeats nothing of it
   */
  public static UsageEvent event(ConsumerRecord<byte[], byte[]> record)
      throws UsageFormatException {
    byte[] value = record.value() == null ? new byte[0] : record.value();
    return UsageHeaders.read(headers(record), value);
  }

  static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
    }
    return headers;
  }

  /**
   * All events of a topic that are committed.
   *
   * @return how many records are no usage events
   * @throws dev.weir.jobs.kafka.KafkaRefusal if the broker does not give them
   */
  public static long read(TopicReader reader, String topic, Consumer<UsageEvent> each) {
    long[] none = {0};
    reader.whole(
        topic,
        record -> {
          try {
            each.accept(event(record));
          } catch (UsageFormatException foreign) {
            none[0]++;
          }
        });
    return none[0];
  }
}
