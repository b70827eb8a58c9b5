package dev.weir.tokenization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A wrapped subject's key as one line of JSON, on its topic and in its file: {@code version} 1,
 * {@code subject}, {@code locator} and {@code key} (base64).
 */
public final class SubjectKeyLine {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HEX = "[0-9a-f]{32}";

  private SubjectKeyLine() {}

  /** The line, without its end. */
  public static byte[] write(WrappedSubjectKey key) {
    ObjectNode line = JSON.createObjectNode();
    line.put("version", 1);
    line.put("subject", key.subject());
    line.put("locator", key.locator());
    line.put("key", Base64.getEncoder().encodeToString(key.wrapped()));
    return line.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The key of a line; empty if it is no such line. */
  public static Optional<WrappedSubjectKey> read(String text) {
    try {
      JsonNode line = JSON.readTree(text);
      String subject = line.path("subject").asText();
      String locator = line.path("locator").asText();
      boolean ours =
          line.path("version").asInt() == 1 && subject.matches(HEX) && locator.matches(HEX);
      return ours
          ? Optional.of(
              new WrappedSubjectKey(
                  subject, locator, Base64.getDecoder().decode(line.path("key").asText())))
          : Optional.empty();
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
