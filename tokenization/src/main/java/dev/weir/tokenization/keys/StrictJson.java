package dev.weir.tokenization.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.tokenization.KeyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * JSON files that are read only if they are, byte for byte, as they would be written: so there is
 * no change to such a file that goes unnoticed, not even one that would mean the same.
 */
final class StrictJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private StrictJson() {}

  static byte[] write(Object value) {
    try {
      byte[] json = MAPPER.writeValueAsBytes(value);
      byte[] line = Arrays.copyOf(json, json.length + 1);
      line[json.length] = '\n';
      return line;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a key file could not be written as JSON");
    }
  }

  /**
   * Reads a file of version 1.
   *
   * @throws KeyException if it is of another version, or was changed
   */
  static <T> T read(Path file, byte[] content, Class<T> type) {
    T value;
    try {
      requireVersion(file, MAPPER.readTree(content));
      value = MAPPER.readValue(content, type);
    } catch (IOException e) {
      throw changed(file);
    }
    if (!Arrays.equals(content, write(value))) {
      throw changed(file);
    }
    return value;
  }

  /** Whether an object names a property, however the rest of it is. */
  static boolean has(Path file, byte[] content, String property) {
    try {
      return MAPPER.readTree(content).has(property);
    } catch (IOException e) {
      throw changed(file);
    }
  }

  /** A property of whatever stands in a file; empty if it is no small JSON object with it. */
  static Optional<String> text(Path file, String property) {
    try {
      boolean small = Files.size(file) <= PrivateFile.LARGEST;
      JsonNode value = small ? MAPPER.readTree(Files.readAllBytes(file)).path(property) : null;
      return value != null && value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    } catch (IOException noJson) {
      return Optional.empty();
    }
  }

  /** The bytes of a base64 text, in the one form that it is written in. */
  static byte[] base64(Path file, String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw changed(file);
    }
    throw changed(file);
  }

  private static void requireVersion(Path file, JsonNode json) {
    JsonNode version = json.path("version");
    if (version.isInt() && version.intValue() != 1) {
      throw new KeyException(
          KeyException.Kind.UNSUPPORTED,
          file
              + " has version "
              + version.intValue()
              + "; this Weir reads version 1, use a newer one");
    }
  }

  /** Without Jackson's own message: it quotes what it read. */
  static KeyException changed(Path file) {
    return new KeyException(
        KeyException.Kind.DAMAGED,
        file + " is not as it was written (cut off or changed); restore it from a backup");
  }
}
