package dev.weir.operators.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of the Confluent REST interface that the client uses, as Apicurio serves them. What
 * is registered over HTTP must be Avro and backward compatible with the subject's newest; the same
 * schema has the same id wherever it is registered.
 */
public final class FakeRegistry implements AutoCloseable {

  private static final String ROOT = "/apis/ccompat/v7";

  /** Requests in order: method, path, and the Authorization header if there was one. */
  public final List<String> requests = new CopyOnWriteArrayList<>();

  /** So many requests are answered with {@link #failure} first. */
  public final AtomicInteger failures = new AtomicInteger();

  public volatile int failure = 500;

  /** What every answer waits before it is given. */
  public volatile long pauseMillis;

  /** {@code user:password} that every request must come with; null: nobody is asked. */
  public volatile @Nullable String user;

  private HttpServer server;
  private final Map<Integer, Map<String, Object>> byId = new ConcurrentHashMap<>();
  private final Map<String, List<Integer>> bySubject = new ConcurrentHashMap<>();
  private final AtomicInteger lastId = new AtomicInteger();
  private @Nullable String anyAnswer;

  private FakeRegistry(HttpServer server) {
    this.server = server;
  }

  static {
    // Else each answer waits 40 ms for an acknowledgement; it is read when the first server is
    // made.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  public static FakeRegistry start() throws IOException {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    FakeRegistry registry = new FakeRegistry(HttpServer.create(free, 0));
    registry.server.createContext(ROOT, registry::handle);
    registry.server.start();
    return registry;
  }

  /** Nobody answers. */
  public void goAway() {
    server.stop(0);
  }

  /** It answers again, at the same address, with what it knew. */
  public void comeBack() throws IOException {
    server = HttpServer.create(server.getAddress(), 0);
    server.createContext(ROOT, this::handle);
    server.start();
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort() + ROOT;
  }

  public int put(String subject, String schema) {
    return put(subject, Map.of("schema", schema));
  }

  /** With the members of an answer: {@code schema}, {@code schemaType}, {@code references}. */
  public int put(String subject, Map<String, Object> registered) {
    int id = lastId.incrementAndGet();
    byId.put(id, registered);
    bySubject.computeIfAbsent(subject, s -> new ArrayList<>()).add(id);
    return id;
  }

  /** The subjects that have a schema. */
  public Set<String> subjects() {
    return Set.copyOf(bySubject.keySet());
  }

  /** The schema of an id. */
  public String schema(int id) {
    return String.valueOf(Objects.requireNonNull(byId.get(id)).get("schema"));
  }

  public void answerEverythingWith(String body) {
    anyAnswer = body;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(ROOT.length());
    String who = exchange.getRequestHeaders().getFirst("Authorization");
    requests.add(exchange.getRequestMethod() + " " + path + (who == null ? "" : " " + who));
    byte[] body = exchange.getRequestBody().readAllBytes();
    try {
      Thread.sleep(pauseMillis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    if (failures.getAndDecrement() > 0) {
      answer(exchange, failure, "MARKER");
    } else if (!allowed(who)) {
      refuse(exchange, 401, 401);
    } else if (anyAnswer != null) {
      answer(exchange, 200, anyAnswer);
    } else {
      route(exchange, path.split("/"), body);
    }
  }

  private void route(HttpExchange exchange, String[] path, byte[] body) throws IOException {
    if (path[1].equals("schemas")) {
      known(exchange, byId.get(Integer.parseInt(path[3])), 40403);
    } else if (exchange.getRequestMethod().equals("POST")) {
      String schema = new ObjectMapper().readTree(body).path("schema").asText();
      register(exchange, path[2], schema);
    } else {
      known(exchange, version(path[2], path[4]), 40401);
    }
  }

  private boolean allowed(@Nullable String authorization) {
    byte[] needed = user == null ? null : user.getBytes(StandardCharsets.UTF_8);
    return needed == null
        || ("Basic " + Base64.getEncoder().encodeToString(needed)).equals(authorization);
  }

  private void register(HttpExchange exchange, String subject, String json) throws IOException {
    Schema schema;
    try {
      schema = new Schema.Parser().parse(json);
    } catch (AvroRuntimeException noSchema) {
      refuse(exchange, 422, 42201);
      return;
    }
    Integer known = idOf(schema, subject);
    if (known == null && !compatible(schema, subject)) {
      refuse(exchange, 409, 409);
    } else {
      known(exchange, Map.of("id", known == null ? put(subject, json) : known), 40401);
    }
  }

  private @Nullable Integer idOf(Schema schema, String subject) {
    for (Map.Entry<Integer, Map<String, Object>> one : byId.entrySet()) {
      if (new Schema.Parser().parse(schema(one.getKey())).equals(schema)) {
        List<Integer> ids = bySubject.computeIfAbsent(subject, s -> new ArrayList<>());
        if (!ids.contains(one.getKey())) {
          ids.add(one.getKey());
        }
        return one.getKey();
      }
    }
    return null;
  }

  private boolean compatible(Schema schema, String subject) {
    List<Integer> ids = bySubject.getOrDefault(subject, List.of());
    if (ids.isEmpty()) {
      return true;
    }
    Schema newest = new Schema.Parser().parse(schema(ids.get(ids.size() - 1)));
    return SchemaCompatibility.checkReaderWriterCompatibility(schema, newest).getType()
        == SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;
  }

  private static void refuse(HttpExchange exchange, int status, int code) throws IOException {
    answer(exchange, status, "{\"error_code\":" + code + ",\"message\":\"MARKER\"}");
  }

  private @Nullable Map<String, Object> version(String subject, String version) {
    List<Integer> ids = bySubject.getOrDefault(subject, List.of());
    int at = version.equals("latest") ? ids.size() : Integer.parseInt(version);
    if (at == 0) {
      return null;
    }
    Map<String, Object> answer = new ConcurrentHashMap<>(byId.get(ids.get(at - 1)));
    answer.put("subject", subject);
    answer.put("id", ids.get(at - 1));
    answer.put("version", at);
    return answer;
  }

  private static void known(HttpExchange exchange, @Nullable Map<String, Object> found, int code)
      throws IOException {
    Map<String, Object> none = Map.of("error_code", code, "message", "No MARKER");
    answer(
        exchange,
        found == null ? 404 : 200,
        new ObjectMapper().writeValueAsString(found == null ? none : found));
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Location", "http://localhost:1/elsewhere");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
