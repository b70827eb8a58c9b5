package dev.weir.tokenization.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.cloudkms.v1.CloudKMS;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.integration.gcpkms.GcpKmsAead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tink's integration of Google Cloud KMS, without what it has for gRPC, over the HTTP client that
 * it uses: against what Google's API is documented to answer. Google's own credentials are not
 * tried.
 */
class GcpKmsTest {

  private static final String KEY = "projects/p/locations/l/keyRings/r/cryptoKeys/k";
  private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);
  private static final byte[] BINDING = {1, 2, 3};

  private final AesGcmJce cipher;

  @SuppressWarnings("NullAway.Init") // before each
  private HttpServer server;

  GcpKmsTest() throws GeneralSecurityException {
    cipher = new AesGcmJce(new byte[16]);
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/" + KEY, this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode question = new ObjectMapper().readTree(new GZIPInputStream(exchange.getRequestBody()));
    boolean encrypts = exchange.getRequestURI().getPath().endsWith(":encrypt");
    String given = encrypts ? "plaintext" : "ciphertext";
    try {
      byte[] text = bytes(question, given);
      byte[] binding = bytes(question, "additionalAuthenticatedData");
      byte[] done = encrypts ? cipher.encrypt(text, binding) : cipher.decrypt(text, binding);
      String answer = Base64.getEncoder().encodeToString(done);
      send(exchange, 200, Map.of(encrypts ? "ciphertext" : "plaintext", answer));
    } catch (GeneralSecurityException no) {
      send(exchange, 400, Map.of("error", Map.of("code", 400, "message", "Decryption failed")));
    }
  }

  private static byte[] bytes(JsonNode question, String field) {
    return Base64.getDecoder()
        .decode(question.path(field).asText().replace('-', '+').replace('_', '/'));
  }

  private static void send(HttpExchange exchange, int code, Object answer) throws IOException {
    byte[] body = new ObjectMapper().writeValueAsBytes(answer);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Aead aead() throws GeneralSecurityException {
    CloudKMS cloud =
        new CloudKMS.Builder(new NetHttpTransport(), GsonFactory.getDefaultInstance(), null)
            .setRootUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/")
            .setApplicationName("weir")
            .build();
    return new GcpKmsAead(cloud, KEY);
  }

  @Test
  void whatIsEncrypted_isDecrypted_underItsBindingAlone() throws Exception {
    byte[] sealed = aead().encrypt(SECRET, BINDING);
    assertThat(aead().decrypt(sealed, BINDING)).isEqualTo(SECRET);
    assertThatThrownBy(() -> aead().decrypt(sealed, new byte[] {9}))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void addressesOfGoogle_areFound() {
    assertThat(ServiceLoader.load(KmsClient.class))
        .filteredOn(client -> client.doesSupport("gcp-kms://" + KEY))
        .hasSize(1);
  }
}
