package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Schemas that nobody here wrote, from {@code weir init} to a released record. The third,
 * Debezium's envelope, is read from Kafka alone: see {@code DebeziumGatewayTest}.
 */
@SuppressWarnings("NullAway.Init") // JUnit makes the directory
class PublicSchemasTest {

  @TempDir private Path directory;

  private Path given(String name) throws IOException {
    try (InputStream in = PublicSchemasTest.class.getResourceAsStream("public/" + name)) {
      Path file = directory.resolve(name);
      Files.copy(Objects.requireNonNull(in, name), file);
      return file;
    }
  }

  private Path drafted(String name) {
    return directory.resolve("out").resolve(name);
  }

  private String text(String name) throws IOException {
    return Files.readString(drafted(name));
  }

  private void init(Path from) {
    Ran ran = Ran.weir("init", "--from", from.toString(), "--output", drafted("").toString());
    assertThat(ran.exit()).as(ran.err()).isZero();
    Ran valid =
        Ran.weir(
            "validate", drafted("product.yaml").toString(), drafted("agreement.yaml").toString());
    assertThat(valid.exit()).as(valid.out()).isZero();
  }

  /** Decides as proposed, and lets fields out. */
  private void decide(String... treatments) throws IOException {
    Files.writeString(
        drafted("product.yaml"),
        text("product.yaml").replace("undecidedPrivacyRole", "privacyRole"));
    String agreement =
        text("agreement.yaml")
            .replace("status: draft", "status: active")
            .replaceFirst("from: [0-9-]+, to: [0-9-]+", "from: 2020-01-01, to: 2099-01-01");
    for (int i = 0; i < treatments.length; i += 2) {
      String kept =
          agreement.replaceFirst("(\\b" + treatments[i] + ": +)drop", "$1" + treatments[i + 1]);
      assertThat(kept).as(treatments[i]).isNotEqualTo(agreement);
      agreement = kept;
    }
    Files.writeString(drafted("agreement.yaml"), agreement);
  }

  private List<String> run(Path input, String topic) throws IOException {
    Ran run =
        Ran.weir(
            "run",
            "--product",
            drafted("product.yaml").toString(),
            "--agreement",
            drafted("agreement.yaml").toString(),
            "--input",
            input.toString(),
            "--output",
            drafted("run").toString());
    assertThat(run.exit()).as(run.err()).isZero();
    return Files.readAllLines(drafted("run").resolve(topic + ".jsonl"));
  }

  @Test
  void avroWithUnionsAndDecimals_isReleased() throws IOException {
    Path schema = given("orders.avsc");
    init(schema);
    assertThat(text("product.yaml"))
        .contains("value: subject}]  # the name says a person's key")
        .contains("logicalType: timestamp")
        .doesNotContain("Rewritten");
    decide("amount", "{bucket: 10}", "shipped_at", "{round: day}", "address.zip", "{truncate: 2}");
    assertThat(run(orders(schema), "partner.order.v1"))
        .containsExactly(
            "{\"shipped_at\":\"2026-03-01\",\"amount\":120,\"address\":{\"zip\":\"01\"}}",
            "{\"shipped_at\":null,\"amount\":-10,\"address\":null}");
  }

  private Path orders(Path file) throws IOException {
    Schema schema = new Schema.Parser().parse(Files.readString(file));
    Path orders = directory.resolve("orders.avro");
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(schema))) {
      writer.create(schema, orders.toFile());
      Schema address = schema.getField("address").schema().getTypes().get(1);
      GenericRecord home = new GenericData.Record(address);
      home.put("city", "Dresden");
      home.put("zip", "01067");
      writer.append(order(schema, "123.45", 1_772_352_000_000L, home));
      writer.append(order(schema, "-0.01", null, null));
    }
    return orders;
  }

  private static GenericRecord order(
      Schema schema, String amount, @Nullable Long shipped, @Nullable GenericRecord address) {
    GenericRecord order = new GenericData.Record(schema);
    order.put("order_id", 1);
    order.put("customer_id", 7);
    order.put("status", "new");
    order.put("total", 1.5);
    order.put("created_at", "2026-03-01T08:00:00Z");
    order.put("note", null);
    order.put("shipped_at", shipped);
    order.put("amount", ByteBuffer.wrap(new BigDecimal(amount).unscaledValue().toByteArray()));
    order.put("tags", List.of("a"));
    order.put("address", address);
    return order;
  }

  @Test
  void contractOfTheStandard_keepsItsTextAndIsReleased() throws IOException {
    Path contract = given("receivers.odcs.yaml");
    init(contract);
    List<String> left = new ArrayList<>(Files.readAllLines(drafted("product.yaml")));
    for (String line : Files.readAllLines(contract)) {
      String unflowed = line.replace("{name: id,", "name: id,");
      int at = indexOf(left, unflowed);
      assertThat(at).as(line).isNotNegative();
      left = left.subList(at + 1, left.size());
    }
    String product = text("product.yaml");
    assertThat(product)
        .contains("        customProperties: [{property: undecidedPrivacyRole, value: ")
        .contains("          - {property: undecidedPrivacyRole, value: quasi-identifier}  # ")
        .contains("customProperties: [{property: undecidedPrivacyRole, value: jurisdiction}]")
        .contains("value: identifier}, {property: unit, value: none}]")
        .contains("- {customProperties: [{property: undecidedPrivacyRole, value: ")
        .contains("# no logicalType: no release can name it");
    decide("transaction_reference_date", "{round: year}", "country_code", "keep");
    Path rows = directory.resolve("rows.jsonl");
    Files.writeString(
        rows, "{\"id\": \"R1\", \"country_code\": \"DE\", \"receiver_name\": \"Anna\"}\n");
    // one kind of record is released from a file: the other's release goes
    String agreement = text("agreement.yaml");
    Files.writeString(
        drafted("agreement.yaml"),
        agreement.replaceFirst("(?s)  - name: tbl.*?(?=  - name: receivers)", ""));
    assertThat(run(rows, "partner.seller-payments.receivers.v1"))
        .containsExactly("{\"country_code\":\"DE\"}");
  }

  /** The first line that holds the other: something may have been added inside of it. */
  private static int indexOf(List<String> lines, String part) {
    for (int i = 0; i < lines.size(); i++) {
      String line =
          lines
              .get(i)
              .replaceAll("\\{property: undecidedPrivacyRole, value: [a-z-]+}(, )?", "")
              .replace("{customProperties: [], name: id,", "name: id,");
      if (line.equals(part)) {
        return i;
      }
    }
    return -1;
  }
}
