package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that release nothing: validate, plan, preview. */
class LookingCommandsTest {

  private static final List<String> NORTH = List.of("north.yaml");
  private static final List<String> BOTH = List.of("north.yaml", "south.yaml");

  private final Path directory;
  private TicketFiles files;

  LookingCommandsTest(@TempDir Path directory) {
    this.directory = directory;
    this.files = new TicketFiles(directory);
  }

  @BeforeEach
  void write() throws IOException {
    files = TicketFiles.in(directory);
  }

  @Test
  void validate_ofGoodFilesSaysWhatWasChecked() {
    Ran ran = validate("product.yaml", "north.yaml", "south.yaml");
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).isEqualTo("checked 1 product, 2 agreements: no errors\n");
  }

  @Test
  void validate_reportsAllFaultsOfAllFilesAtOnce_oneALine() throws IOException {
    files.change("north.yaml", "email:        {tokenize: one-way}", "email:        keep");
    files.change("north.yaml", "born:", "borm:");
    files.change("south.yaml", "CommercialResearch", "CommercialReserch");
    Ran ran = validate("product.yaml", "north.yaml", "south.yaml");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out().lines())
        .hasSize(3)
        .allMatch(line -> line.matches("\\S+\\.yaml:\\d+:\\d+ \\S+: \\[[a-z-]+\\] \\S.*[.?]"))
        .anyMatch(line -> line.contains("north.yaml:19:") && line.contains("[role-treatment]"))
        .anyMatch(line -> line.contains("north.yaml:20:") && line.contains("[field-unknown]"))
        .anyMatch(line -> line.contains("south.yaml:8:") && line.contains("CommercialResearch"));
    assertThat(ran.err()).contains("3 errors");
  }

  @Test
  void validate_refusesWhatWouldNotBeExactlyOnce() throws IOException {
    Path gateway = directory.resolve("gateway.yaml");
    Files.writeString(
        gateway,
        """
        apiVersion: weir/v1
        kind: Gateway
        id: club
        products: [product.yaml]
        agreements: [north.yaml]
        kafka:
          bootstrapServers: "broker:9092"
          properties: {acks: 1, enable.idempotence: false, sasl.mecanism: PLAIN}
        sources:
          tickets: {topic: tickets.v1, format: json}
        checkpoints: {storage: "file:///checkpoints"}
        """);
    Ran ran = validate("gateway.yaml", "product.yaml", "north.yaml");
    assertThat(ran.exit()).as(ran.all()).isEqualTo(1);
    assertThat(ran.out())
        .contains("kafka.properties.acks: [kafka-property]", "exactly-once rests on it")
        .contains("kafka.properties.enable.idempotence: [kafka-property]")
        .contains("Did you mean sasl.mechanism?");
  }

  @Test
  void validate_marksWarnings_whichAreNoFailure() throws IOException {
    files.change("south.yaml", "    fields:\n", "    fields:\n      ticket_id:    keep\n");
    Ran ran = validate("product.yaml", "north.yaml", "south.yaml");
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(ran.out().lines())
        .isNotEmpty()
        .allMatch(line -> line.contains("[joinable-field] warning: "));
  }

  @Test
  void plan_isPrintedAloneOnStandardOutput_withPeopleBesideIt() throws IOException {
    Files.write(files.path("events.jsonl"), files.events(50));
    Ran ran = files.ran("plan", BOTH, "--input", files.text("events.jsonl"));
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(new ObjectMapper().readTree(ran.out()).at("/products/0/releases")).hasSize(2);
    assertThat(ran.err().lines())
        .hasSize(2)
        .allMatch(line -> line.matches(".*singles out \\d+ of \\d+ people in the sample.*"));
  }

  @Test
  void plan_againstAnEarlierOne_saysWhatChanges_inItsPlace() throws IOException {
    Files.writeString(files.path("old.json"), files.ran("plan", NORTH).out());
    files.change("north.yaml", "{round: year}", "keep");
    Ran ran = files.ran("plan", NORTH, "--against", files.text("old.json"));
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(ran.out().lines()).hasSize(3);
    assertThat(ran.out())
        .containsPattern("form +north\\S+ +\\S+: keep, was round unit=year")
        .containsPattern("form +north\\S+ +\\S+: date from .*; was string from ")
        .containsPattern("savepoint +fits ");
    Ran none = files.ran("plan", NORTH, "--against", files.text("north.yaml"));
    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.err()).contains("north.yaml is no plan");
    assertThat(files.ran("plan", NORTH, "--against", files.text("nowhere.json")).exit())
        .isEqualTo(1);
    assertThat(files.ran("plan", NORTH, "--against", files.text(".")).exit()).isEqualTo(1);
  }

  @Test
  void plan_writesContractsWhereAsked_andNothingElse() throws IOException {
    Ran ran = files.ran("plan", NORTH, "--contracts", files.text("contracts"));
    assertThat(ran.exit()).as(ran.all()).isZero();
    try (Stream<Path> written = Files.list(files.path("contracts"))) {
      assertThat(written.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("north.tickets.v1.contract.yaml", "north.tickets.v1.avsc");
    }
  }

  @Test
  void plan_warnsOfTermsThatChangeNoStep_andRefusesThoseThatDo() throws IOException {
    files.change("north.yaml", "legalBasis: LegitimateInterest", "legalBasis: Consent");
    Ran warned = files.ran("plan", NORTH);
    assertThat(warned.exit()).as(warned.all()).isZero();
    assertThat(warned.err()).contains("[not-enforced] warning: ").contains("Consent");
    files.change("north.yaml", "{round: year}", "{generalize: {step: P1Y}}");
    Ran refused = files.ran("plan", NORTH);
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("generalize");
  }

  @Test
  void preview_showsWhatARunWithTheSameKeysReleases_andWritesNothing() throws IOException {
    Files.write(files.path("events.jsonl"), files.events(30));
    List<Path> before = everything();
    Ran preview = preview("--keys", files.text("keys"), "--limit", "30");
    assertThat(preview.exit()).as(preview.all()).isZero();
    assertThat(everything()).isEqualTo(before);
    assertThat(files.run(BOTH, "events.jsonl").exit()).isZero();
    for (String line : files.released("north.tickets.v1")) {
      String token = new ObjectMapper().readTree(line).get("member").asText();
      assertThat(preview.out()).contains("→ " + token);
    }
    int south = files.released("south.tickets.v1").size();
    assertThat(preview.out().lines().filter(line -> line.endsWith("south.tickets.v1  released")))
        .hasSize(south);
    assertThat(preview.out()).contains("withheld: outside_jurisdiction").contains("people");
  }

  @Test
  void preview_saysThatItsKeysAreThrownAway_andStopsShowingAtTheLimit() throws IOException {
    Files.write(files.path("events.jsonl"), files.events(30));
    Ran ran = preview("--limit", "2");
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(ran.err()).contains("keys drawn for this preview");
    assertThat(ran.out().lines().filter(line -> line.contains("events.jsonl:"))).hasSize(4);
    assertThat(ran.out()).containsPattern("north.tickets.v1 +released +30");
  }

  @Test
  void preview_ofLessThanNothing_isWrongUsage() {
    Ran ran = files.ran("preview", NORTH, "--input", files.text("bad.jsonl"), "--limit", "-1");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("--limit is from 0 up");
    assertThat(files.ran("preview", NORTH, "--input", files.text("bad.jsonl"), "--limit", "0"))
        .extracting(Ran::exit)
        .isEqualTo(0);
  }

  @Test
  void gatewayThatIsAnAgreement_isToldAsThat() {
    for (String command : List.of("plan", "start")) {
      Ran ran = Ran.weir(command, "--gateway", files.text("north.yaml"));
      assertThat(ran.exit()).as(command).isEqualTo(1);
      assertThat(ran.err().lines())
          .as(command)
          .singleElement()
          .asString()
          .contains("north.yaml:2:", "[no-gateway]");
    }
  }

  @Test
  void preview_showsWhyARecordDoesNotLeave() {
    Ran ran = files.ran("preview", NORTH, "--input", files.text("bad.jsonl"), "--limit", "3");
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(ran.out())
        .contains("bad.jsonl:3 → north.tickets.v1  dead-lettered: wrong_type (member)");
  }

  private Ran preview(String... more) {
    Stream<String> input = Stream.of("--input", files.text("events.jsonl"));
    return files.ran("preview", BOTH, Stream.concat(input, Stream.of(more)).toArray(String[]::new));
  }

  private Ran validate(String... names) {
    Stream<String> paths = Stream.of(names).map(files::text);
    return Ran.weir(Stream.concat(Stream.of("validate"), paths).toArray(String[]::new));
  }

  private List<Path> everything() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.sorted().toList();
    }
  }
}
