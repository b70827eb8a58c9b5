package dev.weir.metering.usage;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Usage events in structured mode (CloudEvents JSON format 1.0.2, section 3): {@code
 * docs/schema/usage.schema.json}. In files a line each, on Kafka with {@link #CONTENT_TYPE}.
 */
public final class UsageJson {

  public static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private UsageJson() {}

  /** One line, without its end. */
  public static byte[] write(UsageEvent event) {
    return bytes(
        json -> {
          json.writeStartObject();
          for (Map.Entry<String, String> attribute : Attributes.of(event).entrySet()) {
            json.writeStringField(attribute.getKey(), attribute.getValue());
          }
          json.writeFieldName("data");
          UsageData.write(event.data(), json);
          json.writeEndObject();
        });
  }

  /**
   * @throws UsageFormatException if it is no usage event; names all that is wrong, and no value
   */
  public static UsageEvent read(byte[] structured) throws UsageFormatException {
    List<String> problems = new ArrayList<>();
    Members event = new Members(tree(structured), problems);
    Metered data = UsageData.read(event.inside("data"), problems);
    return Attributes.read(event, event.has("corrects"), data, problems);
  }

  static JsonNode tree(byte[] json) throws UsageFormatException {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException malformed) {
      throw new UsageFormatException(List.of("it is not well-formed JSON"));
    } catch (IOException malformed) {
      throw new UsageFormatException(List.of("it is not well-formed UTF-8"));
    }
  }

  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  static byte[] bytes(Body body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      body.write(json);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out.toByteArray();
  }
}
