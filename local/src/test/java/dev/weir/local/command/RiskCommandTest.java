package dev.weir.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Risk of released rows, against numbers worked out by hand. */
class RiskCommandTest {

  private static final String TOPIC = "north.tickets.v1";

  /** Three people in one class, one of them twice; one alone; one with no year. */
  private static final String[] ROWS = {
    row("a", "\"1970\"", "DE"),
    row("b", "\"1970\"", "DE"),
    row("b", "\"1970\"", "DE"),
    row("c", "\"1970\"", "DE"),
    row("d", "\"1970\"", "FR"),
    row("e", "null", "DE"),
  };

  private final Path directory;
  private TicketFiles files;

  RiskCommandTest(@TempDir Path directory) {
    this.directory = directory;
    this.files = new TicketFiles(directory);
  }

  private static String row(String member, String born, String country) {
    return "{\"ticket_id\":\"%1$s\",\"member\":\"%1$s\",\"born\":%2$s,\"home\":{\"country\":\"%3$s\"}}"
        .formatted(member, born, country);
  }

  @BeforeEach
  void write() throws IOException {
    files = TicketFiles.in(directory);
    files.write(TOPIC + ".jsonl", ROWS);
  }

  private Ran risk(String... more) {
    return files.ran(
        "risk",
        List.of("north.yaml"),
        Stream.concat(Stream.of("--release", files.text(TOPIC + ".jsonl")), Stream.of(more))
            .toArray(String[]::new));
  }

  private JsonNode json(String... more) throws IOException {
    Ran ran =
        risk(Stream.concat(Stream.of("--format", "json"), Stream.of(more)).toArray(String[]::new));
    assertThat(ran.exit()).as(ran.all()).isZero();
    return new ObjectMapper().readTree(ran.out());
  }

  @Test
  void peopleAreCounted_andNotRows_byWhatIsShownOfQuasiIdentifiers() throws IOException {
    JsonNode told = json();
    assertThat(told.get("quasiIdentifiers").toString()).isEqualTo("[\"born\",\"home.country\"]");
    assertThat(told.get("person").asText()).isEqualTo("member");
    assertThat(told.get("rows").asLong()).isEqualTo(6);
    assertThat(told.get("classes").asLong()).isEqualTo(3);
    JsonNode measures = told.get("measures");
    assertThat(measures.get("prosecutor").asDouble()).isEqualTo(1);
    assertThat(measures.get("marketer").asDouble()).isCloseTo(3 / 5.0, within(1e-12));
    assertThat(measures.get("uniqueness").asDouble()).isCloseTo(2 / 5.0, within(1e-12));
  }

  @Test
  void numbersThatDifferAtAll_areApart() throws IOException {
    files.write(
        TOPIC + ".jsonl",
        row("a", "1.00000000000000001", "DE"),
        row("b", "1.00000000000000002", "DE"),
        row("c", "1e400", "DE"),
        row("d", "2e400", "DE"));
    assertThat(json().get("classes").asLong()).isEqualTo(4);
  }

  @Test
  void whereNothingSaysWhoIsTheSame_eachRowCounts() throws IOException {
    files.change("north.yaml", "      member:       {tokenize: deterministic}\n", "");
    files.change(TOPIC + ".jsonl", "\"member\":", "\"film\":");
    JsonNode told = json();
    assertThat(told.has("person")).isFalse();
    assertThat(told.get("measures").get("marketer").asDouble()).isCloseTo(3 / 6.0, within(1e-12));
  }

  @Test
  void whatIsDroppedOrReplacedWhole_isNoQuasiIdentifier() throws IOException {
    files.change("north.yaml", "born:         {round: year}", "born:         drop");
    files.change("north.yaml", "home.country: keep", "home.country: drop");
    files.write(TOPIC + ".jsonl", "{\"member\":\"a\"}", "{\"member\":\"b\"}");
    JsonNode told = json();
    assertThat(told.get("classes").asLong()).isEqualTo(1);
    assertThat(risk().out()).contains("; 1 class by nothing: no quasi-identifier is shown");
  }

  @Test
  void population_givesTheJournalistsRisk_andMustHoldEverybody() throws IOException {
    String[] more = {row("f", "\"1970\"", "FR"), row("g", "null", "DE"), row("h", "null", "DE")};
    files.write(
        "all.jsonl", Stream.concat(Stream.of(ROWS), Stream.of(more)).toArray(String[]::new));
    JsonNode measures = json("--population", files.text("all.jsonl")).get("measures");
    assertThat(measures.get("journalist").asDouble()).isEqualTo(1 / 2.0);
    assertThat(measures.get("journalistMarketer").asDouble())
        .isCloseTo((1 + 1 / 2.0 + 1 / 3.0) / 5, within(1e-12));
    files.write("few.jsonl", more);
    Ran lacking = risk("--population", files.text("few.jsonl"));
    assertThat(lacking.exit()).isEqualTo(1);
    assertThat(lacking.err()).contains("lacks somebody who was released");
  }

  @Test
  void fraction_givesTheSharesThatAreUniqueInThePopulation() throws IOException {
    JsonNode measures = json("--fraction", "0.5").get("measures");
    assertThat(measures.get("populationUniquenessZayatz").asDouble()).isBetween(0.0, 0.4);
    assertThat(risk("--fraction", "2").exit()).isEqualTo(2);
  }

  @Test
  void fileThatIsNoRelease_isRefused_withoutWhatItHolds() throws IOException {
    files.write("other.jsonl", ROWS);
    Ran unnamed = files.ran("risk", List.of("north.yaml"), "--release", files.text("other.jsonl"));
    assertThat(unnamed.exit()).isEqualTo(2);
    assertThat(unnamed.err()).contains("--topic is one of " + TOPIC);
    files.write(TOPIC + ".jsonl", ROWS[0], TicketFiles.MARK);
    Ran broken = risk();
    assertThat(broken.exit()).isEqualTo(1);
    assertThat(broken.err())
        .contains(".jsonl:2 is no JSON object")
        .doesNotContain(TicketFiles.MARK);
    files.write(TOPIC + ".jsonl");
    assertThat(risk().err()).contains("holds no released row");
    assertThat(
            files
                .ran("risk", List.of("north.yaml"), "--release", "gone.jsonl", "--topic", TOPIC)
                .err())
        .contains("gone.jsonl is no file");
  }

  @Test
  void linesThatAreNoRows_areLocated() throws IOException {
    Files.write(files.path(TOPIC + ".jsonl"), (ROWS[0] + "\n").getBytes(UTF_8));
    Files.write(
        files.path(TOPIC + ".jsonl"),
        new byte[] {'{', '"', 'f', 'i', 'l', 'm', '"', ':', '"', (byte) 0xc3, '"', '}', '\n'},
        StandardOpenOption.APPEND);
    assertRefused(".jsonl:2 is not UTF-8");
    files.write(TOPIC + ".jsonl", ROWS[0], ROWS[1] + ROWS[2]);
    assertRefused(".jsonl:2 is no JSON object");
    files.write(TOPIC + ".jsonl", ROWS[0], "{\"member\":\"a\",\"member\":\"b\"}");
    assertRefused(".jsonl:2 is no JSON object");
  }

  @Test
  void rowsOfAnotherShape_areLocated() throws IOException {
    for (String other :
        List.of(
            "{}",
            "{\"MARK\":1}",
            "{\"member\":\"a\",\"name\":\"MARK\"}",
            "{\"member\":\"a\",\"home\":\"MARK\"}",
            "{\"member\":\"a\",\"born\":{\"MARK\":1}}",
            "{\"member\":\"a\",\"born\":[{\"MARK\":1}]}",
            "{\"member\":\"a\",\"home\":{\"street\":\"MARK\"}}")) {
      files.write(TOPIC + ".jsonl", ROWS[0], other);
      assertRefused(".jsonl:2 is no row of the release");
    }
  }

  private void assertRefused(String why) {
    Ran ran = risk();
    assertThat(ran.exit()).as(ran.all()).isEqualTo(1);
    assertThat(ran.err()).contains(why).doesNotContain(TicketFiles.MARK);
  }

  private void cohorts(String k, String fields) throws IOException {
    files.change("north.yaml", "    kind: records\n", COHORTS.formatted(k));
    files.change("north.yaml", "      member:       {tokenize: deterministic}\n", fields);
    files.change("north.yaml", "      email:        {tokenize: one-way}\n", "");
    files.change(
        "north.yaml", "born:         {round: year}", "born:         {generalize: {step: P1Y}}");
    files.change("north.yaml", "      home.country: keep\n", "");
    files.change("north.yaml", "      price:        keep\n", "");
  }

  private void crowd(int people) throws IOException {
    files.write(
        TOPIC + ".jsonl",
        IntStream.range(0, people)
            .mapToObj(n -> "{\"member\":\"m%d\",\"born\":%s}".formatted(n, YEAR))
            .toArray(String[]::new));
  }

  @Test
  void boundsOfCohorts_areHeldAgainstIt() throws IOException {
    cohorts("5", "      member: tokenize\n");
    crowd(9);
    Ran above = risk();
    assertThat(above.exit()).as(above.all()).isEqualTo(4);
    assertThat(above.out())
        .containsPattern(
            "prosecutor risk, highest +at least 0.111111 +at most 0.111111 +0.1 +above");
    files.change("north.yaml", "prosecutor: 0.1", "prosecutor: 0.12");
    assertThat(risk().exit()).isZero();
  }

  @Test
  void tokensOfSeveralCrowds_mayBeOfTheSamePeople() throws IOException {
    cohorts("3", "      member: tokenize\n");
    files.change("north.yaml", "prosecutor: 0.1", "prosecutor: 0.2");
    files.change("north.yaml", "    k: 3\n", "    k: 3\n    mode: window\n");
    crowd(12);
    Ran ran = risk();
    assertThat(ran.exit()).as(ran.all()).isEqualTo(4);
    assertThat(ran.out())
        .containsPattern("highest +at least 0.083333 +at most 0.333333 +0.2 +may be above")
        .contains("A token is bound to one crowd")
        .contains("crowds of 3 people");
    JsonNode told = new ObjectMapper().readTree(risk("--format", "json").out());
    assertThat(told.get("passes").asBoolean()).isFalse();
    assertThat(told.get("above").asBoolean()).isFalse();
    assertThat(told.at("/atMost/prosecutor").asDouble()).isCloseTo(1 / 3.0, within(1e-12));
    files.change("north.yaml", "prosecutor: 0.2", "prosecutor: 0.34");
    assertThat(risk().exit()).isZero();
    crowd(2); // a part of a crowd, perhaps of one person
    assertThat(risk().exit()).isEqualTo(4);
  }

  @Test
  void crowdsWithoutTokens_neverPass() throws IOException {
    cohorts("3", "");
    files.change("north.yaml", "prosecutor: 0.1", "prosecutor: 0.5");
    String[] rows = new String[50];
    Arrays.fill(rows, "{\"born\":" + YEAR + "}");
    files.write(TOPIC + ".jsonl", rows);
    Ran ran = risk();
    assertThat(ran.exit()).as(ran.all()).isEqualTo(4);
    assertThat(ran.out())
        .containsPattern("highest +at least 0.020000 +at most 1.000000 +0.5 +may be above")
        .contains("No row says whose it is");
  }

  @Test
  void rowsOfCrowds_haveATokenAndABox_inTheFormThatTheyLeaveIn() throws IOException {
    cohorts("3", "      member: tokenize\n");
    String row = "{\"member\":%s,\"born\":%s}";
    for (String other :
        List.of("\"1970-05-06\"", "{\"from\":\"1970-01-01\"}", "{}", "1970", "[]")) {
      files.write(TOPIC + ".jsonl", row.formatted("\"a\"", YEAR), row.formatted("\"a\"", other));
      assertRefused(".jsonl:2 is no row of the release: born is missing, or");
    }
    files.write(TOPIC + ".jsonl", "{\"member\":\"a\"}");
    assertRefused(".jsonl:1 is no row of the release: born is missing, or");
    for (String nobody : List.of("null", "5", "{\"MARK\":1}")) {
      files.write(TOPIC + ".jsonl", row.formatted(nobody, YEAR));
      assertRefused(".jsonl:1 is no row of the release: ");
    }
    files.change("north.yaml", "prosecutor: 0.1", "prosecutor: 1");
    files.write(TOPIC + ".jsonl", row.formatted("\"a\"", "null"));
    assertThat(risk().exit()).as("who has none is with those who have none").isZero();
  }

  private static final String YEAR = "{\"from\":\"1970-01-01\",\"to\":\"1970-12-31\"}";

  private static final String COHORTS =
      "    kind: cohorts\n    k: %s\n    hold: PT1M\n    risk: {prosecutor: 0.1}\n";
}
