package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Statistics in windows of several sizes, by the commands. */
@DisabledIfSystemProperty(named = "weir.opendp", matches = "skip")
@DisabledIfEnvironmentVariable(named = "WEIR_OPENDP", matches = "skip")
class WindowSizesRunTest {

  private static final List<String> EAST = List.of("east.yaml");
  private static final String TOPIC = "east.sales.v1";
  private static final String AGREEMENT =
      """
      apiVersion: weir/v1
      kind: SharingAgreement
      id: east-sales
      version: 1.0.0
      status: active
      product: tickets@1
      partner: {id: east}
      purposes: [CommercialResearch]
      legalBasis: LegitimateInterest
      period: {from: 2026-01-01, to: 2036-01-01}
      retention: P90D
      releases:
        - name: sales
          kind: statistics
          topic: east.sales.v1
          window: [PT6H, P1D]
          groupBy: {home.country: [DE, FR, NL, US]}
          measures: {tickets: count, sales: {sum: price, between: [0, 100]}}
          perSubject: {records: 4, groups: 2, windows: 2}
          budget: {epsilon: 20, delta: 1e-6, per: P1D}
          postProcess: [round]
      """;

  private final TicketFiles files;

  WindowSizesRunTest(@TempDir Path directory) throws IOException {
    files = TicketFiles.in(directory);
    Files.write(files.path("events.jsonl"), files.events(4000));
  }

  private List<JsonNode> released(String agreement) throws IOException {
    Files.writeString(files.path("east.yaml"), agreement);
    Ran ran =
        files.ran(
            "run",
            EAST,
            "--input",
            files.text("events.jsonl"),
            "--output",
            files.text("out"),
            "--from",
            "2026-02-01",
            "--to",
            "2026-02-03");
    assertThat(ran.exit()).as(ran.all()).isZero();
    List<JsonNode> rows = new ArrayList<>();
    for (String line : files.released(TOPIC)) {
      rows.add(new ObjectMapper().readTree(line));
    }
    return rows;
  }

  private static boolean isDay(JsonNode row) {
    String from = row.at("/window/from").asText();
    return from.endsWith("T00:00:00Z") && row.at("/window/to").asText().endsWith("T00:00:00Z");
  }

  @Test
  void run_releasesWindowsOfBothSizes_forOneBudget() throws IOException {
    List<JsonNode> rows = released(AGREEMENT);
    assertThat(rows).hasSize(2 * 4 * 4 + 2 * 4);
    assertThat(rows.stream().filter(WindowSizesRunTest::isDay)).hasSize(2 * 4);
    assertThat(Files.readAllLines(files.path("out/ledger.jsonl"))).hasSize(2 * 5);
    assertThat(Files.readString(files.path("out/" + TOPIC + ".contract.yaml")))
        .contains("every PT6H and every P1D")
        .contains("groups in a window of PT6H");
    Ran budget = Ran.weir("budget", "--ledger", files.text("out/ledger.jsonl"));
    assertThat(budget.out()).contains("20.000").contains("0.000");
  }

  @Test
  void consistentRows_addUp() throws IOException {
    List<JsonNode> rows = released(AGREEMENT.replace("[round]", "[round, consistent]"));
    assertThat(rows).hasSize(2 * 4 * 4 + 2 * 4);
    for (JsonNode day : rows.stream().filter(WindowSizesRunTest::isDay).toList()) {
      String date = day.at("/window/from").asText().substring(0, 10);
      long parts =
          rows.stream()
              .filter(row -> !isDay(row) && row.at("/group").equals(day.at("/group")))
              .filter(row -> row.at("/window/from").asText().startsWith(date))
              .mapToLong(row -> Math.round(row.at("/measures/sales/value").asDouble() * 100))
              .sum();
      assertThat(Math.round(day.at("/measures/sales/value").asDouble() * 100)).isEqualTo(parts);
      assertThat(day.at("/privacy/epsilon").asDouble()).isZero();
    }
    assertThat(Files.readString(files.path("out/" + TOPIC + ".contract.yaml")))
        .contains("are the sums of the rows of PT6H");
  }

  @Test
  void plan_tellsTheNoiseOfEachSize() throws IOException {
    Files.writeString(files.path("east.yaml"), AGREEMENT);
    String apart = files.ran("plan", EAST).all();
    assertThat(apart)
        .contains("in a group of PT6H, in 95 of 100")
        .contains("in a group of P1D, in 95 of 100")
        .contains("a window of P1D costs epsilon");
    files.change("east.yaml", "[round]", "[consistent]");
    assertThat(files.ran("plan", EAST).all())
        .contains("a window of P1D costs nothing: it is the sum of those of PT6H");
  }

  @Test
  void preview_showsWindowsOfBothSizes() throws IOException {
    Files.writeString(files.path("east.yaml"), AGREEMENT);
    for (String processed : List.of("[round]", "[consistent]")) {
      files.change("east.yaml", "[round]", processed);
      Ran ran = files.ran("preview", EAST, "--input", files.text("events.jsonl"), "--limit", "100");
      assertThat(ran.exit()).as(ran.all()).isZero();
      assertThat(ran.all())
          .contains("2026-02-01T12:00:00Z to 2026-02-01T18:00:00Z")
          .contains("2026-02-01T00:00:00Z to 2026-02-02T00:00:00Z");
    }
  }
}
