package dev.weir.metering.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What only the owner is told, as CloudEvents 1.0.2 of the type {@value #TYPE}: {@code
 * docs/schema/usage-internal.schema.json}. As with usage, source and id together count once.
 *
 * @param source which gateway
 * @param part which of the window's events it is, as {@code 9f3c-t0-17}; different for each of them
 */
public record InternalUsageEvent(String source, String part, InternalUsage data) {

  /** The version in it is that of {@code data}. */
  public static final String TYPE = "dev.weir.usage.internal.v1";

  /** Names the published schema. */
  public static final String SCHEMA = "urn:weir:schema:usage-internal:1";

  private static final String CONTENT_TYPE = "datacontenttype";
  private static final JsonFactory JSON = new JsonFactory();

  /** Names what is counted; never that of an event of the partner's usage. */
  public String id() {
    return String.join(
        "/",
        data.partner(),
        data.agreement().toString(),
        data.release(),
        data.window().from().toString(),
        "internal",
        part);
  }

  /** The context attributes by name. */
  public SortedMap<String, String> attributes() {
    SortedMap<String, String> attributes = new TreeMap<>();
    attributes.put("specversion", "1.0");
    attributes.put("id", id());
    attributes.put("source", source);
    attributes.put("type", TYPE);
    attributes.put("subject", data.partner());
    attributes.put("time", data.window().from().toString());
    attributes.put(CONTENT_TYPE, "application/json");
    attributes.put("dataschema", SCHEMA);
    return attributes;
  }

  /**
   * The headers of a Kafka record in binary mode (Kafka protocol binding for CloudEvents 1.0.2,
   * section 3.2).
   */
  public SortedMap<String, String> headers() {
    SortedMap<String, String> headers = new TreeMap<>();
    attributes()
        .forEach(
            (name, text) ->
                headers.put(name.equals(CONTENT_TYPE) ? "content-type" : "ce_" + name, text));
    return headers;
  }

  /** The member {@code data} alone: the value of a Kafka record in binary mode. */
  public byte[] value() {
    return bytes(this::data);
  }

  /** One line in structured mode, without its end. */
  public byte[] structured() {
    return bytes(
        json -> {
          json.writeStartObject();
          for (Map.Entry<String, String> attribute : attributes().entrySet()) {
            json.writeStringField(attribute.getKey(), attribute.getValue());
          }
          json.writeFieldName("data");
          data(json);
          json.writeEndObject();
        });
  }

  private void data(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("partner", data.partner());
    json.writeStringField("agreement", data.agreement().toString());
    json.writeStringField("release", data.release());
    json.writeObjectFieldStart("window");
    json.writeStringField("from", data.window().from().toString());
    json.writeStringField("to", data.window().to().toString());
    json.writeEndObject();
    json.writeNumberField("in", data.in());
    json.writeNumberField("released", data.released());
    counts("withheld", data.withheld(), json);
    counts("suppressed", data.suppressed(), json);
    counts("deadLettered", data.deadLettered(), json);
    json.writeNumberField("late", data.late());
    if (data.subjects() != null) {
      subjects(data.subjects(), json);
    }
    json.writeEndObject();
  }

  private static void subjects(Subjects subjects, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("subjects");
    json.writeNumberField("estimate", subjects.estimate());
    json.writeStringField("sketch", subjects.text());
    json.writeEndObject();
  }

  private static void counts(String name, Map<String, Long> counts, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue());
    }
    json.writeEndObject();
  }

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private static byte[] bytes(Body body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      body.write(json);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out.toByteArray();
  }
}
