package dev.weir.operators.progress;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.operators.state.ProgressState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Progress records as JSON: {@code docs/schema/progress.schema.json}. */
public final class ProgressJson {

  static final String PROGRESS = "progress";
  static final String ACCEPTED = "accepted";
  private static final JsonFactory JSON = new JsonFactory();
  private static final ObjectMapper TREES = new ObjectMapper();

  private ProgressJson() {}

  /** The key of a subtask's records: the newest is the one that holds. */
  static byte[] key(ProgressRecord record) {
    return (record.gateway() + "/" + record.state().subtask()).getBytes(StandardCharsets.UTF_8);
  }

  /** A record as it leaves. */
  public static byte[] write(ProgressRecord record) {
    ProgressState state = record.state();
    return object(
        json -> {
          json.writeStringField("kind", PROGRESS);
          json.writeStringField("gateway", record.gateway());
          json.writeStringField("run", state.run());
          json.writeNumberField("start", state.start());
          json.writeStringField("job", record.job());
          json.writeNumberField("attempt", record.attempt());
          json.writeNumberField("checkpoint", state.checkpoint());
          json.writeNumberField("subtask", state.subtask());
          json.writeNumberField("parallelism", state.parallelism());
          json.writeStringField("plan", record.plan());
          json.writeStringField("interval", Duration.ofMillis(record.interval()).toString());
          json.writeStringField("time", Instant.ofEpochMilli(record.time()).toString());
          counts("released", state.released(), json);
          positions(state.positions(), json);
        });
  }

  /** What is written into an object. */
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  static byte[] object(Body body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out.toByteArray();
  }

  static void counts(String name, Map<String, Long> counts, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> topic : counts.entrySet()) {
      json.writeNumberField(topic.getKey(), topic.getValue());
    }
    json.writeEndObject();
  }

  private static void positions(
      SortedMap<String, SortedMap<Integer, Long>> positions, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart("positions");
    for (Map.Entry<String, SortedMap<Integer, Long>> topic : positions.entrySet()) {
      json.writeObjectFieldStart(topic.getKey());
      for (Map.Entry<Integer, Long> offset : topic.getValue().entrySet()) {
        json.writeNumberField(String.valueOf(offset.getKey()), offset.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /**
   * Reads a record of a gateway.
   *
   * @return empty if it is another gateway's, or says what was accepted
   * @throws IOException if it is no progress record; repeats nothing of it
   */
  public static Optional<ProgressRecord> read(byte[] value, String gateway) throws IOException {
    try {
      JsonNode json = TREES.readTree(value);
      boolean ours = text(json, "gateway").equals(gateway);
      return ours && text(json, "kind").equals(PROGRESS)
          ? Optional.of(record(json))
          : Optional.empty();
    } catch (IOException | RuntimeException notOurs) {
      throw new IOException("is no progress record (" + notOurs.getClass().getSimpleName() + ")");
    }
  }

  /**
   * Reads what a gateway's record says was released again, if it is one of what was accepted.
   *
   * @return empty if it is another record
   * @throws IOException as {@link #read}
   */
  public static Optional<Amount> readDuplicates(byte[] value, String gateway) throws IOException {
    try {
      JsonNode json = TREES.readTree(value);
      boolean ours = text(json, "gateway").equals(gateway);
      return ours && text(json, "kind").equals(ACCEPTED)
          ? Optional.of(amount(json.required("duplicates")))
          : Optional.empty();
    } catch (IOException | RuntimeException notOurs) {
      throw new IOException("is no progress record (" + notOurs.getClass().getSimpleName() + ")");
    }
  }

  private static Amount amount(JsonNode json) {
    SortedMap<String, Amount.Span> sources = new TreeMap<>();
    json.required("sources")
        .properties()
        .forEach(
            span ->
                sources.put(
                    span.getKey(),
                    new Amount.Span(
                        span.getValue().required("after").longValue(),
                        span.getValue().required("to").longValue())));
    return new Amount(released(json.required("records")), sources);
  }

  private static ProgressRecord record(JsonNode json) {
    return new ProgressRecord(
        text(json, "gateway"),
        text(json, "job"),
        json.required("attempt").intValue(),
        text(json, "plan"),
        Instant.parse(text(json, "time")).toEpochMilli(),
        Duration.parse(text(json, "interval")).toMillis(),
        new ProgressState(
            text(json, "run"),
            json.required("start").longValue(),
            json.required("checkpoint").longValue(),
            json.required("subtask").intValue(),
            json.required("parallelism").intValue(),
            released(json.required("released")),
            positions(json.required("positions"))));
  }

  private static String text(JsonNode json, String name) {
    String text = json.required(name).textValue();
    if (text == null) {
      throw new IllegalArgumentException(name);
    }
    return text;
  }

  private static SortedMap<String, Long> released(JsonNode json) {
    SortedMap<String, Long> released = new TreeMap<>();
    json.properties().forEach(topic -> released.put(topic.getKey(), topic.getValue().longValue()));
    return released;
  }

  private static SortedMap<String, SortedMap<Integer, Long>> positions(JsonNode json) {
    SortedMap<String, SortedMap<Integer, Long>> positions = new TreeMap<>();
    json.properties().forEach(topic -> positions.put(topic.getKey(), offsets(topic.getValue())));
    return positions;
  }

  private static SortedMap<Integer, Long> offsets(JsonNode json) {
    SortedMap<Integer, Long> offsets = new TreeMap<>();
    json.properties()
        .forEach(
            partition ->
                offsets.put(Integer.valueOf(partition.getKey()), partition.getValue().longValue()));
    return offsets;
  }
}
