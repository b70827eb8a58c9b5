package dev.weir.jobs.kafka;

import dev.weir.operators.record.OutputHeader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Headers as Kafka writes them. A release's are the same list for a whole minute, so the last of
 * each topic are kept. Confined to one thread.
 */
final class EncodedHeaders {

  private record Kept(List<OutputHeader> headers, List<Header> encoded) {}

  private static final Kept NOTHING = new Kept(List.of(), List.of());

  private final Map<String, Kept> byTopic = new HashMap<>();

  @SuppressWarnings("ReferenceEquality") // another list is encoded anew, whatever it holds
  List<Header> of(String topic, List<OutputHeader> headers) {
    Kept kept = byTopic.getOrDefault(topic, NOTHING);
    if (kept.headers() != headers) {
      kept = new Kept(headers, headers.stream().map(EncodedHeaders::encoded).toList());
      byTopic.put(topic, kept);
    }
    return kept.encoded();
  }

  private static Header encoded(OutputHeader header) {
    return new RecordHeader(header.name(), header.value().getBytes(StandardCharsets.UTF_8));
  }
}
