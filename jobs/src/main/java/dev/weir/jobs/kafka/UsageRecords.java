package dev.weir.jobs.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageFormatException;
import dev.weir.metering.usage.UsageHeaders;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Records of usage topics: CloudEvents in binary mode. */
public final class UsageRecords {

  private UsageRecords() {}

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

  /** A record's headers as text; of several of one name the last. */
  public static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
    }
    return headers;
  }
}
