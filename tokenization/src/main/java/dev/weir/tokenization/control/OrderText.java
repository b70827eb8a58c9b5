package dev.weir.tokenization.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.keys.KeyName;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;

/** Orders as JSON, the text that is signed: version 1. */
final class OrderText {

  static final int VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Set<String> COMMON =
      Set.of("version", "gateway", "sequence", "issuedAt", "by", "command");

  private OrderText() {}

  static byte[] write(Order order) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("version", VERSION)
        .put("gateway", order.gateway())
        .put("sequence", order.sequence())
        .put("issuedAt", order.issuedAt().toString())
        .put("by", order.by())
        .put("command", order.command().word());
    settings(order.command(), json);
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an order can always be written");
    }
  }

  private static void settings(Command command, ObjectNode json) {
    if (command instanceof Command.KeyVersion version) {
      json.put("key", version.key().toString()).put("fingerprint", version.fingerprint());
    } else if (command instanceof Command.KeyDisable disable) {
      json.put("key", disable.key().toString());
    } else if (command instanceof Command.KeyEnable enable) {
      json.put("key", enable.key().toString());
    } else if (command instanceof Command.KeyDestroy destroy) {
      json.put("key", destroy.key().toString()).put("fingerprint", destroy.fingerprint());
    } else if (command instanceof Command.PurgeSubject purge) {
      json.put("product", purge.product()).put("subject", purge.subject());
    }
  }

  /**
   * Reads what was signed.
   *
   * @throws Unreadable with the reason
   */
  static Order read(byte[] text) throws Unreadable {
    try {
      JsonNode json = MAPPER.readTree(text);
      if (!json.path("version").isInt()) {
        throw new Unreadable(Refusal.MALFORMED);
      }
      if (json.path("version").intValue() != VERSION) {
        throw new Unreadable(Refusal.UNKNOWN_VERSION);
      }
      return order(json);
    } catch (IOException | DateTimeException | KeyException notWritten) {
      throw new Unreadable(Refusal.MALFORMED);
    }
  }

  private static Order order(JsonNode json) throws Unreadable {
    if (!json.path("sequence").canConvertToLong() || json.path("sequence").longValue() < 1) {
      throw new Unreadable(Refusal.MALFORMED);
    }
    return new Order(
        text(json, "gateway"),
        json.path("sequence").longValue(),
        Instant.parse(text(json, "issuedAt")),
        text(json, "by"),
        command(json));
  }

  private static Command command(JsonNode json) throws Unreadable {
    return switch (text(json, "command")) {
      case "key-version" ->
          new Command.KeyVersion(key(json, "fingerprint"), text(json, "fingerprint"));
      case "key-disable" -> new Command.KeyDisable(key(json));
      case "key-enable" -> new Command.KeyEnable(key(json));
      case "key-destroy" ->
          new Command.KeyDestroy(key(json, "fingerprint"), text(json, "fingerprint"));
      case "purge-subject" -> {
        requireOnly(json, "product", "subject");
        yield new Command.PurgeSubject(text(json, "product"), subject(json));
      }
      default -> throw new Unreadable(Refusal.UNKNOWN_COMMAND);
    };
  }

  private static String subject(JsonNode json) throws Unreadable {
    String name = text(json, "subject");
    if (!name.matches("[0-9a-f]{32}")) {
      throw new Unreadable(Refusal.MALFORMED);
    }
    return name;
  }

  private static KeyName key(JsonNode json, String... more) throws Unreadable {
    Set<String> settings = new TreeSet<>(Set.of(more));
    settings.add("key");
    requireOnly(json, settings.toArray(String[]::new));
    return KeyName.parse(text(json, "key"));
  }

  /** A setting that this build does not know might say that something else is meant. */
  private static void requireOnly(JsonNode json, String... settings) throws Unreadable {
    Set<String> known = new TreeSet<>(COMMON);
    known.addAll(Set.of(settings));
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      if (!known.contains(names.next())) {
        throw new Unreadable(Refusal.UNKNOWN_COMMAND);
      }
    }
  }

  private static String text(JsonNode json, String name) throws Unreadable {
    JsonNode value = json.path(name);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw new Unreadable(Refusal.MALFORMED);
    }
    return value.textValue();
  }
}
