package dev.weir.tokenization.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What Vault's transit engine answers, as its HTTP API is documented: real AES-256-GCM under keys
 * with versions. It is not Vault: what Vault does besides is not tried.
 */
public final class FakeVault implements AutoCloseable {

  /** Whoever asks must have it; the tests' environment holds it as {@code VAULT_TOKEN}. */
  public static final String TOKEN = "token-of-the-tests";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<AesGcmJce> versions = new ArrayList<>();
  private volatile int status = 200;
  private volatile int asked;
  private volatile boolean stalls;

  /** On a free port of the loopback address, with one key. */
  public FakeVault() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/transit/", this::answer);
    server.start();
    rotate();
  }

  /** The key's address. */
  public String key() {
    return "vault://127.0.0.1:" + server.getAddress().getPort() + "/transit/keys/weir";
  }

  /** How often it was asked. */
  public int asked() {
    return asked;
  }

  /** From now on the answer to everything. */
  public void answers(int code) {
    status = code;
  }

  /** From now on it begins to answer, and does not end. */
  void stall() {
    stalls = true;
  }

  void rotate() {
    try {
      versions.add(
          new AesGcmJce(
              new byte[] {
                (byte) versions.size(), 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
              }));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked++;
    JsonNode question = JSON.readTree(exchange.getRequestBody());
    String path = exchange.getRequestURI().getPath();
    boolean known = TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"));
    if (!known || status != 200) {
      send(exchange, known ? status : 403, Map.of("errors", List.of("permission denied")));
    } else if (path.equals("/v1/transit/encrypt/weir")) {
      send(exchange, 200, Map.of("data", Map.of("ciphertext", encrypted(question))));
    } else if (path.equals("/v1/transit/decrypt/weir")) {
      decrypt(exchange, question);
    } else {
      send(exchange, 404, Map.of("errors", List.of()));
    }
  }

  private String encrypted(JsonNode question) {
    try {
      byte[] sealed =
          versions
              .get(versions.size() - 1)
              .encrypt(bytes(question, "plaintext"), bytes(question, "associated_data"));
      return "vault:v" + versions.size() + ":" + Base64.getEncoder().encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void decrypt(HttpExchange exchange, JsonNode question) throws IOException {
    String[] text = question.path("ciphertext").asText().split(":", 3);
    try {
      int version = Integer.parseInt(text[1].substring(1));
      byte[] opened =
          versions
              .get(version - 1)
              .decrypt(Base64.getDecoder().decode(text[2]), bytes(question, "associated_data"));
      send(
          exchange,
          200,
          Map.of("data", Map.of("plaintext", Base64.getEncoder().encodeToString(opened))));
    } catch (GeneralSecurityException | RuntimeException no) {
      send(exchange, 400, Map.of("errors", List.of("invalid ciphertext")));
    }
  }

  private static byte[] bytes(JsonNode question, String field) {
    return Base64.getDecoder().decode(question.path(field).asText());
  }

  private void send(HttpExchange exchange, int code, Object answer) throws IOException {
    byte[] body = JSON.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, body.length);
    if (stalls) {
      return;
    }
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
