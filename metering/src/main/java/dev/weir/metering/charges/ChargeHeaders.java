package dev.weir.metering.charges;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.metering.books.LineJson;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Charges in binary mode (Kafka protocol binding for CloudEvents 1.0.2, section 3.2). The value is
 * {@code {"partner", "line"}}, the line as the books write it.
 */
public final class ChargeHeaders {

  private static final JsonMapper JSON = new JsonMapper();

  private ChargeHeaders() {}

  /** The record's headers. */
  public static SortedMap<String, String> of(ChargeEvent event) {
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", event.id());
    headers.put("ce_source", event.source());
    headers.put("ce_type", ChargeEvent.TYPE);
    headers.put("ce_subject", event.partner());
    headers.put("ce_time", event.at().toString());
    headers.put("content-type", "application/json");
    if (event.corrects() != null) {
      headers.put("ce_corrects", event.corrects());
    }
    return headers;
  }

  /** The record's value. */
  public static byte[] value(ChargeEvent event) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("partner", event.partner());
    data.set("line", LineJson.tree(event.line()));
    try {
      return JSON.writeValueAsBytes(data);
    } catch (JsonProcessingException inMemory) {
      throw new IllegalStateException(inMemory);
    }
  }

  /**
   * The event of a record.
   *
   * @throws IllegalArgumentException if it is none; repeats nothing of it
   */
  public static ChargeEvent read(Map<String, String> headers, byte[] value) {
    try {
      JsonNode data = JSON.readTree(value);
      String partner = data.path("partner").asText();
      if (!ChargeEvent.TYPE.equals(headers.get("ce_type"))
          || !partner.equals(headers.get("ce_subject"))) {
        throw new IllegalArgumentException("is no charge");
      }
      return new ChargeEvent(
          headers.getOrDefault("ce_source", ""),
          headers.getOrDefault("ce_id", ""),
          Instant.parse(headers.getOrDefault("ce_time", "")),
          partner,
          LineJson.read(data.path("line")),
          headers.get("ce_corrects"));
    } catch (IOException | DateTimeException wrong) {
      throw new IllegalArgumentException("is no charge");
    }
  }
}
