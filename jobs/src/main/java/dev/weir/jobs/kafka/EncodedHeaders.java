package dev.weir.jobs.kafka;

import dev.weir.operators.record.OutputHeader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Headers as Kafka writes them. A release's are the same list for a whole minute, so the last of
 * each topic are kept. Confined to one thread.
 */
final class EncodedHeaders {

  /**
   * @param encoded nobody changes it: a producer's record takes a copy, which is cheap of this
   *     class and dear of any other collection
   */
  private record Kept(List<OutputHeader> headers, RecordHeaders encoded) {}

  private static final Kept NOTHING = new Kept(List.of(), new RecordHeaders());

  private final Map<String, Kept> byTopic = new HashMap<>();
  private Kept last = NOTHING;

  @SuppressWarnings("ReferenceEquality") // another list is encoded anew, whatever it holds
  RecordHeaders of(String topic, List<OutputHeader> headers) {
    if (last.headers() != headers) {
      last = byTopic.getOrDefault(topic, NOTHING);
    }
    if (last.headers() != headers) {
      last = new Kept(headers, encoded(headers));
      byTopic.put(topic, last);
    }
    return last.encoded();
  }

  private static RecordHeaders encoded(List<OutputHeader> headers) {
    RecordHeaders encoded = new RecordHeaders();
    for (OutputHeader header : headers) {
      encoded.add(header.name(), header.value().getBytes(StandardCharsets.UTF_8));
    }
    return encoded;
  }
}
