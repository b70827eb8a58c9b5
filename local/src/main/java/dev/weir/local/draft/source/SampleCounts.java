package dev.weir.local.draft.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.operators.format.RecordLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the records of a sample. Of Debezium's envelope the record is {@code after}; what holds
 * none is counted apart.
 */
final class SampleCounts {

  private final ObjectCounts record;
  private final JsonMapper json;
  private long lines;
  private long unreadable;
  private long envelopes;
  private long withoutRecord;

  /**
   * @param text whether numbers are written as texts
   */
  SampleCounts(boolean text) {
    record = new ObjectCounts(text);
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(RecordLimits.DEFAULT.depth())
            .maxStringLength(RecordLimits.DEFAULT.recordBytes())
            .build();
    json =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();
  }

  void add(byte[] value) {
    lines++;
    JsonNode node = read(value);
    if (node == null || !node.isObject()) {
      unreadable++;
      return;
    }
    JsonNode envelope = Envelope.in(node);
    JsonNode holder = envelope == null ? node : envelope.path("after");
    envelopes += envelope == null ? 0 : 1;
    if (holder.isObject()) {
      record.add(holder);
    } else {
      withoutRecord++;
    }
  }

  /** Null if the line is no JSON; why not would show what stands in it. */
  private @Nullable JsonNode read(byte[] value) {
    try {
      return json.readTree(value);
    } catch (IOException noJson) {
      return null;
    }
  }

  long lines() {
    return lines;
  }

  ObjectCounts record() {
    return record;
  }

  /** What to know of the sample, for comments. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (envelopes > 0) {
      notes.add(
          "The sample is Debezium's change events; the product is what stands in after. Its source"
              + " is of format: debezium-json.");
    }
    if (withoutRecord > 0) {
      notes.add(Samples.count(withoutRecord, "change event") + " held no record (deletes).");
    }
    if (unreadable > 0) {
      notes.add(
          Samples.count(unreadable, "line") + " held no JSON object and would be dead-lettered.");
    }
    if (record.unnamed() > 0) {
      notes.add("Fields whose names look like values were left out.");
    }
    return notes;
  }
}
