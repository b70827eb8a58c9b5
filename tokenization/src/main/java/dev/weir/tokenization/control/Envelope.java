package dev.weir.tokenization.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;

/**
 * What a record of the log holds: {@code {"version": 1, "signed": …, "signature": …}}, both base64.
 * The signed bytes travel as they are, so that nobody has to agree on how JSON is written.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Envelope(byte[] signed, byte[] signature) {

  static final int VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  byte[] write() {
    try {
      return MAPPER.writeValueAsBytes(
          MAPPER
              .createObjectNode()
              .put("version", VERSION)
              .put("signed", Base64.getEncoder().encodeToString(signed))
              .put("signature", Base64.getEncoder().encodeToString(signature)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an envelope can always be written");
    }
  }

  static Envelope read(byte[] value) throws Unreadable {
    JsonNode json = json(value);
    if (!json.path("version").isInt() || !json.path("signed").isTextual()) {
      throw new Unreadable(Refusal.MALFORMED);
    }
    if (json.path("version").intValue() != VERSION) {
      throw new Unreadable(Refusal.UNKNOWN_VERSION);
    }
    if (!json.path("signature").isTextual() || json.path("signature").textValue().isEmpty()) {
      throw new Unreadable(Refusal.UNSIGNED);
    }
    return new Envelope(bytes(json, "signed"), bytes(json, "signature"));
  }

  private static JsonNode json(byte[] value) throws Unreadable {
    try {
      return MAPPER.readTree(value);
    } catch (IOException notJson) {
      throw new Unreadable(Refusal.MALFORMED);
    }
  }

  private static byte[] bytes(JsonNode json, String name) throws Unreadable {
    String text = json.path(name).textValue();
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (Base64.getEncoder().encodeToString(bytes).equals(text)) { // one form of each
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      throw new Unreadable(Refusal.MALFORMED);
    }
    throw new Unreadable(Refusal.MALFORMED);
  }
}
