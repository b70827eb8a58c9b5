package dev.weir.promises.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.local.process.LoopbackPort;
import dev.weir.local.process.OwnProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;

/** Apicurio Registry, a process of its own that keeps what it was told in a file, at once. */
final class ApicurioRegistry implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is registered under another subject and named in a schema. */
  record Reference(String name, String subject, int version) {}

  private final HttpClient http = HttpClient.newHttpClient();
  private final OwnProcess process;
  private final String url;

  private ApicurioRegistry(OwnProcess process, int port) {
    this.process = process;
    url = "http://127.0.0.1:" + port + "/apis/ccompat/v7";
  }

  static ApicurioRegistry start(Path directory) throws IOException {
    int port = LoopbackPort.free();
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=" + port,
            "-Dquarkus.datasource.jdbc.url=jdbc:h2:file:"
                + directory.resolve("registry")
                + ";WRITE_DELAY=0",
            "-jar",
            Objects.requireNonNull(System.getProperty("weir.apicurio")));
    java.redirectErrorStream(true).redirectOutput(directory.resolve("registry.log").toFile());
    ApicurioRegistry registry = new ApicurioRegistry(new OwnProcess(java), port);
    registry.comeBack();
    return registry;
  }

  /** Ready when this returns, with what it knew. */
  void comeBack() throws IOException {
    Process running = process.start();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptionsInstanceOf(IOException.class)
        .failFast("the registry's process has ended", () -> !running.isAlive())
        .until(() -> answer(request("/subjects").GET()).statusCode() == 200);
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.kill();
  }

  String url() {
    return url;
  }

  List<String> subjects() throws Exception {
    JsonNode subjects = good(request("/subjects").GET());
    return StreamSupport.stream(subjects.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** The schema's id. */
  int put(String subject, String schema, Reference... references) throws Exception {
    return good(version(subject, schema, references)).get("id").asInt();
  }

  /** Whether the registry takes it. */
  boolean takes(String subject, String schema) throws Exception {
    return answer(version(subject, schema)).statusCode() == 200;
  }

  private HttpRequest.Builder version(String subject, String schema, Reference... references)
      throws IOException {
    Map<String, Object> body = Map.of("schema", schema, "references", List.of(references));
    return request("/subjects/" + subject + "/versions")
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
  }

  /** What new schemas of a subject must be to former ones. */
  void compatibility(String subject, String level) throws Exception {
    String body = JSON.writeValueAsString(Map.of("compatibility", level));
    good(request("/config/" + subject).PUT(BodyPublishers.ofString(body)));
  }

  /** The schema of an id. */
  String schema(int id) throws Exception {
    return good(request("/schemas/ids/" + id).GET()).get("schema").asText();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> answer(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private JsonNode good(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer = answer(request);
    Assertions.assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() {
    process.close();
  }
}
