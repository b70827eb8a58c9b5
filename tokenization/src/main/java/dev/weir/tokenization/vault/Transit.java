package dev.weir.tokenization.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One question to a transit engine, and its answer. Follows no redirect: a token goes with it. */
final class Transit {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final VaultKey key;
  private final UnaryOperator<@Nullable String> environment;

  Transit(VaultKey key, UnaryOperator<@Nullable String> environment) {
    this.key = key;
    this.environment = environment;
  }

  static ObjectNode question() {
    return JSON.createObjectNode();
  }

  /**
   * Asks.
   *
   * @param field of the answer's {@code data}, a text
   * @throws dev.weir.tokenization.KeyException if Vault says no or cannot be reached; says with
   *     what status
   */
  String ask(String operation, ObjectNode question, String field) {
    HttpResponse<byte[]> response = send(request(operation, question));
    if (response.statusCode() != 200) {
      throw VaultRefusal.of(
          key + ": Vault answers " + response.statusCode() + meaning(response.statusCode()));
    }
    try {
      JsonNode answer = JSON.readTree(response.body()).path("data").path(field);
      if (!answer.isTextual()) {
        throw VaultRefusal.of(key + ": Vault's answer has no " + field);
      }
      return answer.asText();
    } catch (IOException e) {
      throw VaultRefusal.of(key + ": Vault's answer cannot be read");
    }
  }

  /** As Vault's documentation of its HTTP API has it. */
  private static String meaning(int status) {
    return switch (status) {
      case 400 -> ": the key is of another kind than AEAD, or what it is to decrypt is not its own";
      case 403 -> ": the token may not encrypt or decrypt there, or has run out";
      case 404 -> ": there is no such mount or key";
      case 503 -> ": it is sealed";
      default -> "";
    };
  }

  private HttpRequest request(String operation, ObjectNode question) {
    VaultToken token = VaultToken.find(environment);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(key.operation(operation))
            .timeout(PATIENCE)
            .header("X-Vault-Token", token.token())
            .header("X-Vault-Request", "true")
            .POST(HttpRequest.BodyPublishers.ofString(question.toString()));
    if (token.namespace() != null) {
      request.header("X-Vault-Namespace", token.namespace());
    }
    return request.build();
  }

  /** The request's own timeout ends with the answer's head; this one with its last byte. */
  private HttpResponse<byte[]> send(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> asked =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    try {
      return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      asked.cancel(true);
      Throwable why = e.getCause() == null ? e : e.getCause();
      throw VaultRefusal.of(
          key + ": Vault cannot be reached (" + why.getClass().getSimpleName() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw VaultRefusal.of("interrupted while Vault was asked");
    }
  }
}
