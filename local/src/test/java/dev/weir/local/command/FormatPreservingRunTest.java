package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Format-preserving tokens from an agreement's file to what leaves, for each form of input. */
class FormatPreservingRunTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NORTH = List.of("north.yaml");
  private static final String SEAT = "      seat:         keep";

  private final Path directory;
  private TicketFiles files;

  FormatPreservingRunTest(@TempDir Path directory) {
    this.directory = directory;
    this.files = new TicketFiles(directory);
  }

  @BeforeEach
  void write() throws IOException {
    files = TicketFiles.in(directory);
    agree("{tokenize: format-preserving, keepLast: 4}");
  }

  private void agree(String treatment) throws IOException {
    files.change("north.yaml", SEAT, SEAT + "\n      card: " + treatment);
  }

  @Test
  void everyGoodRecordIsReleased_andAllElevenBadLinesAreDeadLettered() throws IOException {
    List<String> cards = new ArrayList<>();
    List<String> events = new ArrayList<>();
    for (String event : files.events(2_000)) {
      String card = String.format("4%015d", new Random(cards.size() / 2).nextLong(1L << 49));
      cards.add(card);
      events.add(event.replace("\"name\":", "\"card\": \"" + card + "\", \"name\":"));
    }
    Files.write(files.path("events.jsonl"), events);
    Ran ran = files.run(NORTH, "events.jsonl", "bad.jsonl");
    assertThat(ran.exit()).as(ran.all()).isZero();
    requireTokensOf(cards, files.released("north.tickets.v1"));
    JsonNode release =
        JSON.readTree(files.path("out/summary.json").toFile()).at("/releases/north.tickets.v1");
    assertThat(release.get("in").asInt()).isEqualTo(2_011);
    assertThat(release.get("deadLettered").toString())
        .isEqualTo(
            "{\"malformed\":4,\"wrong_type\":4,\"missing\":1,\"duplicate_name\":1,"
                + "\"not_in_alphabet\":1}");
    assertThat(Files.readString(files.path("out/dead-letters.jsonl")) + ran.all())
        .doesNotContain(TicketFiles.MARK);
  }

  private static void requireTokensOf(List<String> cards, List<String> lines) throws IOException {
    assertThat(lines).hasSameSizeAs(cards);
    Map<String, String> tokens = new HashMap<>();
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < cards.size(); i++) {
      String card = cards.get(i);
      String token = JSON.readTree(lines.get(i)).get("card").asText();
      assertThat(token).matches("\\d{16}").endsWith(card.substring(12));
      assertThat(tokens.putIfAbsent(card, token)).isIn(null, token);
      assertThat(values.putIfAbsent(token, card)).isIn(null, card);
    }
    assertThat(tokens)
        .hasSize(1_000)
        .allSatisfy((card, token) -> assertThat(token).isNotEqualTo(card));
  }

  @Test
  void contract_saysThatTokensHaveNeitherVersionNorProof() throws IOException {
    files.write("a.jsonl", ticket("4988843212757409"));
    assertThat(files.run(NORTH, "a.jsonl").exit()).isZero();
    assertThat(Files.readString(files.path("out/north.tickets.v1.contract.yaml")))
        .contains("last 4 characters", "no version", "weir-key-version", "no proof of integrity");
  }

  @Test
  void csv_keepsSeparators_andAWrongLuhnDigitIsDeadLettered() throws IOException {
    files.change("north.yaml", "keepLast: 4}", "keepLast: 4, check: luhn}");
    String rest = ";M1;12.50;DE;2026-02-01T19:00:00Z;T1";
    files.write(
        "a.csv",
        "card;member;price;home.country;sold_at;ticket_id",
        "4539 5787 6362 1486" + rest,
        "4539-5787-6362-1486" + rest,
        "4539 5787 6362 1487" + rest,
        rest);
    Ran ran = files.run(NORTH, "a.csv");
    assertThat(ran.exit()).as(ran.all()).isZero();
    List<String> released = files.released("north.tickets.v1");
    assertThat(released).hasSize(3);
    String spaced = JSON.readTree(released.get(0)).get("card").asText();
    String dashed = JSON.readTree(released.get(1)).get("card").asText();
    assertThat(spaced).matches("(\\d{4} ){3}1486").isNotEqualTo("4539 5787 6362 1486");
    assertThat(dashed).isEqualTo(spaced.replace(' ', '-'));
    assertThat(JSON.readTree(released.get(2)).has("card")).isFalse();
    assertThat(ran.out()).contains("check_digit 1");
  }

  @Test
  void alphabetOfQuotesAndBackslashes_isStillJson() throws IOException {
    files.change("north.yaml", "keepLast: 4}", "alphabet: '\"\\ab'}");
    files.write("a.jsonl", ticket("\\\"\\\\ab".repeat(8)));
    Ran ran = files.run(NORTH, "a.jsonl");
    assertThat(ran.exit()).as(ran.all()).isZero();
    String line = files.released("north.tickets.v1").get(0);
    assertThat(JSON.readTree(line).get("card").asText()).matches("[\"\\\\ab]{32}");
  }

  private static String ticket(String card) {
    return "{\"ticket_id\":\"T1\",\"member\":\"M\",\"home\":{\"country\":\"DE\"},\"price\":1,"
        + "\"sold_at\":\"2026-02-01T19:00:00Z\",\"card\":\""
        + card
        + "\"}";
  }

  @Test
  void avro_givesTheTokensThatJsonGives() throws IOException {
    files.write("a.jsonl", ticket("4988843212757409"));
    assertThat(files.run(NORTH, "a.jsonl").exit()).isZero();
    String fromJson = files.released("north.tickets.v1").get(0);
    Ran ran = files.run(NORTH, avro("4988843212757409"));
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(JSON.readTree(files.released("north.tickets.v1").get(0)).get("card"))
        .isEqualTo(JSON.readTree(fromJson).get("card"));
  }

  private String avro(String card) throws IOException {
    Schema schema =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "ticket", "fields": [
                  {"name": "ticket_id", "type": "string"}, {"name": "member", "type": "string"},
                  {"name": "card", "type": ["null", "string"]},
                  {"name": "price", "type": "double"},
                  {"name": "home", "type": {"type": "record", "name": "home",
                    "fields": [{"name": "country", "type": "string"}]}},
                  {"name": "sold_at", "type": {"type": "long", "logicalType": "timestamp-millis"}}
                ]}
                """);
    GenericRecord ticket =
        new GenericRecordBuilder(schema)
            .set("ticket_id", "T1")
            .set("member", "M1")
            .set("card", card)
            .set("price", 1.0)
            .set(
                "home",
                new GenericRecordBuilder(schema.getField("home").schema())
                    .set("country", "DE")
                    .build())
            .set("sold_at", 1_769_972_400_000L)
            .build();
    try (DataFileWriter<GenericRecord> out =
        new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
      out.create(schema, files.path("a.avro").toFile());
      out.append(ticket);
    }
    return "a.avro";
  }
}
