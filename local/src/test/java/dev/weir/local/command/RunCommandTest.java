package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NORTH = List.of("north.yaml");
  private static final List<String> SOUTH = List.of("south.yaml");

  private final Path directory;
  private TicketFiles files;

  RunCommandTest(@TempDir Path directory) {
    this.directory = directory;
    this.files = new TicketFiles(directory);
  }

  @BeforeEach
  void write() throws IOException {
    files = TicketFiles.in(directory);
  }

  @Test
  void everyRecordIsReleased_andNothingThatNobodyNamedLeaves() throws IOException {
    Files.write(files.path("events.jsonl"), files.events(2_000));
    Ran ran = files.run(NORTH, "events.jsonl");
    assertThat(ran.exit()).as(ran.all()).isZero();
    List<String> ids = new ArrayList<>();
    for (String line : files.released("north.tickets.v1")) {
      JsonNode record = JSON.readTree(line);
      assertThat(record.fieldNames())
          .toIterable()
          .containsOnly(
              "ticket_id", "member", "email", "born", "home", "price", "sold_at"); // no seat, film
      assertThat(record.get("home").fieldNames()).toIterable().containsExactly("country");
      ids.add(record.get("ticket_id").asText());
    }
    assertThat(ids).hasSize(2_000).startsWith("T0", "T1").endsWith("T1998", "T1999");
    assertThat(everythingIn(files.path("out")) + ran.all()).doesNotContain(TicketFiles.MARK);
    assertThat(names(files.path("out")))
        .containsExactlyInAnyOrder(
            "north.tickets.v1.jsonl",
            "north.tickets.v1.contract.yaml",
            "north.tickets.v1.avsc",
            "dead-letters.jsonl",
            "usage.jsonl",
            "usage-internal.jsonl",
            "charges.csv",
            "summary.json");
  }

  @Test
  void badLines_areDeadLetteredWithTheirReasons_andHoldUpNothing() throws IOException {
    Files.write(files.path("events.jsonl"), files.events(20));
    Ran ran = files.run(NORTH, "events.jsonl", "bad.jsonl");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("malformed 4, wrong_type 4, missing 1, duplicate_name 1");
    List<String> letters = Files.readAllLines(files.path("out/dead-letters.jsonl"));
    List<String> found = new ArrayList<>();
    for (String letter : letters) {
      JsonNode json = JSON.readTree(letter);
      assertThat(json.at("/source/file").asText()).isEqualTo(files.text("bad.jsonl"));
      found.add(
          json.at("/source/line") + " " + json.get("reason").asText() + " " + json.path("field"));
    }
    assertThat(found)
        .containsExactly(
            "1 malformed ",
            "2 malformed ",
            "3 wrong_type \"member\"",
            "4 wrong_type \"price\"",
            "5 missing \"member\"",
            "6 wrong_type \"sold_at\"",
            "7 wrong_type \"home\"",
            "9 malformed ",
            "10 malformed ",
            "12 duplicate_name \"ticket_id\"");
    assertThat(files.released("north.tickets.v1")).hasSize(21).last().asString().contains("\"G1\"");
    assertThat(everythingIn(files.path("out")) + ran.all()).doesNotContain(TicketFiles.MARK);
    JsonNode release =
        JSON.readTree(files.path("out/summary.json").toFile()).at("/releases/north.tickets.v1");
    assertThat(release.get("in").asInt()).isEqualTo(31);
    assertThat(release.get("deadLettered").toString())
        .isEqualTo("{\"malformed\":4,\"wrong_type\":4,\"missing\":1,\"duplicate_name\":1}");
  }

  @Test
  void jurisdictions_letOutExactlyTheirOwn_andNoKeysAreAskedForWithoutTokens() throws IOException {
    List<String> events = files.events(500);
    Files.write(files.path("events.jsonl"), events);
    long ours = events.stream().filter(line -> line.matches(".*\"(DE|FR)\".*")).count();
    Ran ran =
        files.ran("run", SOUTH, "--input", files.text("events.jsonl"), "--output", files.text("o"));
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(Files.readAllLines(files.path("o/south.tickets.v1.jsonl")))
        .hasSize((int) ours)
        .allMatch(line -> line.contains("\"DE\"") || line.contains("\"FR\""));
    assertThat(ran.out()).contains("outside_jurisdiction " + (500 - ours));
  }

  @Test
  void keptValues_leaveByteForByte() throws IOException {
    String kept =
        "\"price\":12345678901234567890.1200,\"seat\":98765432109876543210,"
            + "\"film\":\"Am\\u00e9lie \\\"\\n 映画 \\ud83c\\udfac\"";
    files.write(
        "a.jsonl",
        "{\"ticket_id\":\"T\\u0031\",\"m\\u0065mber\":\"M\",\"home\":{\"country\":\"DE\"},"
            + kept
            + ",\"sold_at\":\"2026-02-01T19:00:00+01:00\"}",
        "{\"ticket_id\":\"T2\",\"member\":\"M\",\"email\":null,\"film\":null,"
            + "\"home\":{\"country\":\"DE\"},\"price\":1e2,\"sold_at\":\"2026-02-01T19:00:00Z\"}");
    assertThat(files.run(NORTH, "a.jsonl").exit()).isZero();
    List<String> released = files.released("north.tickets.v1");
    assertThat(released.get(0))
        .contains(kept, "\"ticket_id\":\"T\\u0031\"", "\"sold_at\":\"2026-02-01T18:00:00Z\"")
        .doesNotContain("email");
    assertThat(released.get(1))
        .contains("\"email\":null", "\"film\":null", "\"price\":1e2")
        .doesNotContain("seat");
  }

  @Test
  void csv_isReadByItsHeader() throws IOException {
    files.write(
        "a.csv",
        "member;price;home.country;sold_at;ticket_id;name;seat",
        "M1;12.50;DE;2026-02-01T19:00:00Z;T1;MARK;",
        "M2;x;DE;2026-02-01T19:00:00Z;T2;MARK;5");
    Ran ran = files.run(NORTH, "a.csv");
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(files.released("north.tickets.v1"))
        .singleElement()
        .asString()
        .contains("\"ticket_id\":\"T1\"", "\"price\":12.50", "\"home\":{\"country\":\"DE\"}")
        .doesNotContain("seat", TicketFiles.MARK);
    assertThat(ran.out()).contains("wrong_type 1");
  }

  @Test
  void avro_isReadByItsSchema() throws IOException {
    Schema schema =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "ticket", "fields": [
                  {"name": "ticket_id", "type": "string"}, {"name": "member", "type": "string"},
                  {"name": "street", "type": "string"}, {"name": "price", "type": "double"},
                  {"name": "home", "type": {"type": "record", "name": "home",
                    "fields": [{"name": "country", "type": "string"}]}},
                  {"name": "email", "type": ["null", "string"]},
                  {"name": "born", "type": ["null", {"type": "int", "logicalType": "date"}]},
                  {"name": "seat", "type": ["null", "long"]},
                  {"name": "film", "type": ["null", "string"]},
                  {"name": "sold_at", "type": {"type": "long", "logicalType": "timestamp-millis"}}
                ]}
                """);
    GenericRecord ticket = new GenericData.Record(schema);
    ticket.put("ticket_id", "T1");
    ticket.put("member", "M1");
    ticket.put("street", TicketFiles.MARK);
    ticket.put("price", 12.5);
    GenericRecord home = new GenericData.Record(schema.getField("home").schema());
    home.put("country", "DE");
    ticket.put("home", home);
    ticket.put("seat", 7L);
    ticket.put("sold_at", 1_769_972_400_000L); // 2026-02-01T19:00:00Z
    try (DataFileWriter<GenericRecord> out =
        new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
      out.create(schema, files.path("a.avro").toFile());
      out.append(ticket);
    }
    Ran ran = files.run(NORTH, "a.avro");
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(files.released("north.tickets.v1"))
        .singleElement()
        .asString()
        .contains("\"price\":12.5", "\"seat\":7", "\"sold_at\":\"2026-02-01T19:00:00Z\"")
        .doesNotContain(TicketFiles.MARK);
  }

  @Test
  void termThatIsNotEnforced_isRefusedByName_andNothingIsWritten() throws IOException {
    files.change("north.yaml", "legalBasis: LegitimateInterest", "legalBasis: Consent");
    files.change("north.yaml", "retention: P90D", "retention: P90D\nbackfill: earliest");
    Ran ran = files.run(NORTH, "bad.jsonl");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("[not-enforced]").contains("legalBasis").contains("backfill");
    assertThat(files.path("out")).doesNotExist();
  }

  @Test
  void asOf_isTheClockThatThePeriodIsJudgedBy() throws IOException {
    files.write(
        "a.jsonl",
        "{\"member\":\"M\",\"price\":1,\"home\":{\"country\":\"DE\"},\"ticket_id\":\"T\","
            + "\"sold_at\":\"2026-02-01T19:00:00Z\"}");
    Ran ran =
        files.ran(
            "run",
            SOUTH,
            "--input",
            files.text("a.jsonl"),
            "--output",
            files.text("out"),
            "--as-of",
            "2035-01-01");
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(ran.out()).contains("outside_period 1");
    assertThat(files.released("south.tickets.v1")).isEmpty();
  }

  private static String everythingIn(Path output) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : names(output)) {
      all.append(Files.readString(output.resolve(name)));
    }
    assertThat(all).isNotEmpty();
    return all.toString();
  }

  private static List<String> names(Path output) throws IOException {
    try (Stream<Path> list = Files.list(output)) {
      return list.map(file -> file.getFileName().toString()).toList();
    }
  }
}
