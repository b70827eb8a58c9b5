package dev.weir.operators.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A registry reached over HTTP. Safe for several threads. */
public final class HttpSchemaRegistry implements SchemaRegistry {

  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RegistryHttp http;

  /**
   * Connects to nothing yet.
   *
   * @throws RegistryException if a key store or trust store cannot be read
   */
  public HttpSchemaRegistry(RegistrySettings settings) {
    this(settings, FIRST_PAUSE_MILLIS);
  }

  HttpSchemaRegistry(RegistrySettings settings, long firstPauseMillis) {
    http = new RegistryHttp(settings, firstPauseMillis);
  }

  @Override
  public Optional<String> schema(int id) {
    if (id < 0) {
      return Optional.empty(); // no registry gives one; what it answers to it is not agreed on
    }
    RegistryHttp.Answer answer = http.get("/schemas/ids/" + id);
    if (isUnknown(answer)) {
      return Optional.empty();
    }
    JsonNode body = read(answer);
    return isAvro(body) ? Optional.of(whole(body)) : Optional.empty();
  }

  @Override
  public Registered latest(String subject) {
    JsonNode body = read(http.get(version(subject, "latest")));
    if (!isAvro(body)) {
      throw new RegistryException(
          "the newest schema of subject " + subject + " is not Avro. Set another format", false);
    }
    return new Registered(body.path("id").asInt(), whole(body));
  }

  @Override
  public int register(String subject, String json) {
    RegistryHttp.Answer answer =
        http.post(
            "/subjects/" + encoded(subject) + "/versions",
            bytes(Map.of("schema", json, "schemaType", "AVRO")));
    if (answer.status() == 409 || answer.status() == 422) {
      throw new RegistryException(
          answer.request()
              + " answered "
              + answer.status()
              + ": the registry holds the new schema not to be compatible with the subject's, or not"
              + " valid. Release under another topic, or change the subject's compatibility",
          false);
    }
    JsonNode body = read(answer);
    if (!body.path("id").isInt()) {
      throw new RegistryException(answer.request() + " gave no id", false);
    }
    return body.path("id").asInt();
  }

  private String whole(JsonNode body) {
    String schema = body.path("schema").asText();
    JsonNode references = body.path("references");
    return references.isEmpty()
        ? schema
        : new References(this::referred).resolve(schema, references);
  }

  private JsonNode referred(String subject, String version) {
    return read(http.get(version(subject, encoded(version))));
  }

  private static String version(String subject, String version) {
    return "/subjects/" + encoded(subject) + "/versions/" + version;
  }

  /** The registry's own word for an absent schema; a 404 of anything else is a wrong URL. */
  private static boolean isUnknown(RegistryHttp.Answer answer) {
    return answer.status() == 404 && tree(answer).path("error_code").asInt() / 100 == 404;
  }

  private static boolean isAvro(JsonNode body) {
    return body.path("schemaType").asText("AVRO").equals("AVRO");
  }

  private static JsonNode read(RegistryHttp.Answer answer) {
    if (!answer.good()) {
      throw new RegistryException(
          answer.request()
              + " answered "
              + answer.status()
              + ". Check schemaRegistry.url and that the subject has a schema",
          false);
    }
    return tree(answer);
  }

  private static JsonNode tree(RegistryHttp.Answer answer) {
    try {
      JsonNode tree = JSON.readTree(answer.body());
      if (tree.isObject()) {
        return tree;
      }
    } catch (IOException noJson) {
      // said below
    }
    throw new RegistryException(
        answer.request()
            + " answered "
            + answer.status()
            + " with something that is no JSON object. Check schemaRegistry.url",
        false);
  }

  private static byte[] bytes(Map<String, String> body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
