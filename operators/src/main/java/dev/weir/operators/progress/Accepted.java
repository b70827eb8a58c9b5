package dev.weir.operators.progress;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody has asked for knowingly: that records are released twice, or never.
 *
 * @param by who, as the machine that was told calls him
 * @param marks by subtask, what the topic said then: nothing else was accepted
 */
public record Accepted(String by, Amount duplicates, Amount gap, SortedMap<Integer, String> marks)
    implements Serializable {

  /** All that a comparison has found. */
  public static Accepted of(String by, Comparison comparison) {
    SortedMap<Integer, String> marks = new TreeMap<>();
    comparison.differences().forEach(found -> marks.put(found.subtask(), found.mark()));
    return new Accepted(by, comparison.doubled(), comparison.lost(), marks);
  }

  boolean covers(Comparison.Difference difference) {
    return Objects.equals(marks.get(difference.subtask()), difference.mark());
  }

  /** Never the key of another record, so that compaction keeps it. */
  byte[] key(ProgressSettings settings) {
    return (settings.gateway() + "/accepted/" + settings.run()).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * As it is told in the progress topic, with the first data that it lets through.
   *
   * @param now ms since the epoch
   */
  byte[] write(ProgressSettings settings, long start, long checkpoint, long now) {
    return ProgressJson.object(
        json -> {
          json.writeStringField("kind", ProgressJson.ACCEPTED);
          json.writeStringField("gateway", settings.gateway());
          json.writeStringField("run", settings.run());
          json.writeNumberField("start", start);
          json.writeNumberField("checkpoint", checkpoint);
          json.writeStringField("plan", settings.plan());
          json.writeStringField("by", by);
          json.writeStringField("time", Instant.ofEpochMilli(now).toString());
          amount("duplicates", duplicates, json);
          amount("gap", gap, json);
        });
  }

  private static void amount(String name, Amount amount, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(name);
    ProgressJson.counts("records", amount.records(), json);
    json.writeObjectFieldStart("sources");
    for (Map.Entry<String, Amount.Span> source : amount.sources().entrySet()) {
      json.writeObjectFieldStart(source.getKey());
      json.writeNumberField("after", source.getValue().after());
      json.writeNumberField("to", source.getValue().to());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
