package dev.weir.promises.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.local.command.WeirCommand;
import dev.weir.local.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Debezium's change events from {@code weir init} to released rows. The table, the envelope and its
 * schemas are written from the facts of Debezium's documentation of its MySQL connector
 * (debezium/debezium, documentation/modules/ROOT/pages/connectors/mysql.adoc).
 */
class DebeziumGatewayTest {

  private static final String OUT = "partner.customers.v1";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @SuppressWarnings("NullAway.Init") // before each
  private FileGateway gateway;

  @BeforeEach
  void start() throws Exception {
    gateway = FileGateway.in(directory);
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
  }

  private static String row(int id) {
    return String.format(
        "{\"id\":%d,\"first_name\":\"Anne %d\",\"last_name\":\"Kretchmar\",\"email\":"
            + "\"annek%d@noanswer.org\"}",
        id, id, id);
  }

  private static String event(String op, String before, String after) {
    return "{\"before\":"
        + before
        + ",\"after\":"
        + after
        + ",\"source\":{\"version\":\"2.7.0.Final\",\"connector\":\"mysql\",\"name\":\"server\","
        + "\"ts_ms\":0,\"snapshot\":\"false\",\"db\":\"inventory\",\"table\":\"customers\","
        + "\"server_id\":223344,\"gtid\":null,\"file\":\"mysql-bin.000003\",\"pos\":154,\"row\":0},"
        + "\"op\":\""
        + op
        + "\",\"ts_ms\":1465491411815}";
  }

  private static String withSchemas(String payload) {
    String columns =
        "[{\"type\":\"int32\",\"optional\":false,\"field\":\"id\"},"
            + "{\"type\":\"string\",\"optional\":false,\"field\":\"first_name\"},"
            + "{\"type\":\"string\",\"optional\":false,\"field\":\"last_name\"},"
            + "{\"type\":\"string\",\"optional\":false,\"field\":\"email\"}]";
    String value = "{\"type\":\"struct\",\"fields\":" + columns + ",\"optional\":true,\"field\":";
    return "{\"schema\":{\"type\":\"struct\",\"fields\":["
        + value
        + "\"before\"},"
        + value
        + "\"after\"}],\"optional\":false,\"name\":\"server.inventory.customers.Envelope\"},"
        + "\"payload\":"
        + payload
        + "}";
  }

  private static void weir(String... arguments) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    assertThat(WeirCommand.run(arguments, Terminal.piped(out, out), Map.of()))
        .as(said.toString())
        .isZero();
  }

  /** From a sample to a product and an agreement that lets two fields out. */
  private void drafted() throws IOException {
    Path sample = directory.resolve("customers.jsonl");
    Files.writeString(
        sample,
        withSchemas(event("c", "null", row(1)))
            + "\n"
            + event("u", row(1), row(2))
            + "\n"
            + event("d", row(2), "null")
            + "\n");
    Path drafts = directory.resolve("drafts");
    weir("init", "--from", sample.toString(), "--output", drafts.toString());
    String product = Files.readString(drafts.resolve("product.yaml"));
    assertThat(product)
        .contains("debezium-json")
        .doesNotContain("Kretchmar", "name: op\n", "name: after\n");
    Files.writeString(
        directory.resolve("product.yaml"), product.replace("undecidedPrivacyRole", "privacyRole"));
    Files.writeString(
        directory.resolve("acme.yaml"),
        Files.readString(drafts.resolve("agreement.yaml"))
            .replace("status: draft", "status: active")
            .replaceFirst("from: [0-9-]+, to: [0-9-]+", "from: 2020-01-01, to: 2099-01-01")
            .replaceFirst("(last_name: +)drop", "$1{truncate: 1}")
            .replaceFirst("(email: +)drop", "$1{mask: {keepFirst: 1, length: 3}}"));
  }

  @Test
  void changeEvents_areReleasedAsRows_andWhatHoldsNoneIsCounted() throws Exception {
    drafted();
    gateway.write("", "startFrom: earliest, format: debezium-json", "");
    Files.writeString(
        gateway.file(), Files.readString(gateway.file()).replace("card-payments:", "customers:"));
    gateway.start();
    List<byte[]> values = new ArrayList<>();
    for (String value :
        List.of(
            event("r", "null", row(1)),
            withSchemas(event("c", "null", row(2))),
            event("u", row(2), row(3)),
            event("d", row(3), "null"),
            event("t", "null", "null"),
            withSchemas("null"),
            "{\"op\":\"c\"}")) {
      values.add(value.getBytes(StandardCharsets.UTF_8));
    }
    values.add(null);
    gateway.put(values);
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> released = new ArrayList<>();
    for (var record : gateway.read(OUT, 3)) {
      released.add(json.readTree(record.value()));
    }
    assertThat(released)
        .hasSize(3)
        .allMatch(row -> row.toString().equals("{\"last_name\":\"K\",\"email\":\"a***\"}"));
    var letters = gateway.read("customers.dead-letters", 1);
    assertThat(letters).hasSize(1);
    assertThat(json.readTree(letters.get(0).value()).get("reason").asText()).isEqualTo("malformed");
    assertThat(json.readTree(letters.get(0).value()).at("/source/offset").asLong()).isEqualTo(6);
  }
}
