package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Statistics of a run over files, their ledger, their quota and what usage tells of them. */
@DisabledIfSystemProperty(named = "weir.opendp", matches = "skip")
@DisabledIfEnvironmentVariable(named = "WEIR_OPENDP", matches = "skip")
class StatisticsRunTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOPIC = "east.sales.v1";
  private static final int PEOPLE = 60;

  private final TicketFiles files;

  StatisticsRunTest(@TempDir Path directory) throws IOException {
    files = TicketFiles.in(directory);
    files.write(
        "east.yaml",
        """
        apiVersion: weir/v1
        kind: SharingAgreement
        id: east-sales
        version: 1.0.0
        status: active
        product: tickets@1
        partner: {id: east, name: East Analytics}
        purposes: [CommercialResearch]
        legalBasis: LegitimateInterest
        period: {from: 2025-01-01, to: 2035-01-01}
        releases:
          - name: sales
            kind: statistics
            topic: east.sales.v1
            window: P1D
            groupBy: {home.country: [DE, FR]}
            measures:
              tickets: count
              takings: {sum: price, between: [0, 50], step: 0.01}
            perSubject: {records: 2, groups: 1, windows: 2}
            budget: {epsilon: 6, delta: 1e-6, per: P1M}
            postProcess: [nonNegative, round]
        price: {currency: EUR, perMonth: 9.00}\
        """);
    List<String> events = new ArrayList<>();
    for (int number = 0; number < 3 * PEOPLE; number++) {
      events.add(
          String.format(
              "{\"ticket_id\":\"T%d\",\"member\":\"M%d\",\"price\":20,\"home\":{\"country\":\"%s\"},"
                  + "\"sold_at\":\"2026-02-0%dT10:00:00Z\"}",
              number, number % PEOPLE, number % 3 == 0 ? "FR" : "DE", 1 + number / PEOPLE));
    }
    Files.write(files.path("events.jsonl"), events);
  }

  private void quota(String quota) throws IOException {
    files.change("east.yaml", "price:", "quota: " + quota + "\nprice:");
  }

  private Ran run(String output) {
    return run(output, "ledger.jsonl", "2026-02-04");
  }

  private Ran run(String output, String ledger, String to) {
    return files.ran(
        "run",
        List.of("east.yaml"),
        "--as-of",
        "2026-03-01T00:00:00Z",
        "--from",
        "2026-02-01",
        "--to",
        to,
        "--keys",
        files.text("keys"),
        "--ledger",
        files.text(ledger),
        "--input",
        files.text("events.jsonl"),
        "--output",
        files.text(output));
  }

  private JsonNode summary() throws IOException {
    return JSON.readTree(files.path("out/summary.json").toFile()).path("releases").path(TOPIC);
  }

  private BigDecimal epsilonOfUsage() throws IOException {
    JsonNode usage = JSON.readTree(Files.readString(files.path("out/usage.jsonl")));
    return usage.path("data").path("epsilon").decimalValue();
  }

  @Test
  void allDays_areReleased_andUsageTellsThePeriodsLoss() throws IOException {
    Ran ran = run("out");
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(files.released(TOPIC)).hasSize(6);
    JsonNode sales = summary();
    assertThat(sales.path("in").asLong()).isEqualTo(3 * PEOPLE);
    assertThat(sales.path("aggregated").asLong()).isEqualTo(2 * PEOPLE);
    assertThat(sales.path("bounded").asLong()).as("people's third day").isEqualTo(PEOPLE);
    assertThat(sales.has("rowsWithheld")).isFalse();
    JsonNode germany = JSON.readTree(files.released(TOPIC).get(0));
    assertThat(germany.at("/group/home.country").asText()).isEqualTo("DE");
    double tickets = germany.at("/measures/tickets/value").asDouble();
    assertThat(tickets).as("40 tickets, σ below 1.5: never so far off").isBetween(25.0, 55.0);
    assertThat(epsilonOfUsage()).isBetween(new BigDecimal("5.9999"), new BigDecimal("6"));
    assertThat(files.path("out/charges.csv")).content().contains("\n9,east,");
  }

  /** The first of February has left; what is over is charged, for it was drawn, and counted. */
  @Test
  void quota_letsWholeDaysOut_orNothingOfThem() throws IOException {
    quota("{recordsPerMonth: 3, onExceed: hold}");
    Ran ran = run("out");
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(files.released(TOPIC))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row).contains("\"from\":\"2026-02-01T00:00:00Z\""));
    assertThat(summary().path("rowsWithheld")).hasToString("{\"quota_exceeded\":4}");
    assertThat(summary().path("withheld")).isEmpty();
    assertThat(summary().path("released").asLong()).isEqualTo(2);
    assertThat(files.path("ledger.jsonl")).content().hasLineCount(3);
    assertThat(ran.out()).contains("rows withheld: quota_exceeded 4");
    JsonNode first = JSON.readTree(files.released(TOPIC).get(0));
    assertThat(epsilonOfUsage()).isEqualByComparingTo(first.at("/privacy/epsilon").decimalValue());
  }

  @Test
  void lossOfAMonth_isAQuotaToo() throws IOException {
    quota("{epsilonPerMonth: 5, onExceed: reject}");
    Ran ran = run("out");
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(files.released(TOPIC))
        .as("the second day would cost more; the third nothing")
        .hasSize(4);
    assertThat(summary().path("rowsWithheld")).hasToString("{\"quota_exceeded\":2}");
  }

  @Test
  void daysThatTheLedgerKnows_areNotDrawnAgain() throws IOException {
    assertThat(run("out").exit()).isZero();
    Ran again = run("again");
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(files.path("again").resolve(TOPIC + ".jsonl")).isEmptyFile();
  }

  /** A ledger of several runs may have several names. */
  @Test
  void daysThatTheLedgerKnows_areNotDrawnAgain_underAnotherOfItsNames() throws IOException {
    Files.createFile(files.path("shared.jsonl"));
    Files.createSymbolicLink(files.path("link.jsonl"), files.path("shared.jsonl"));
    assertThat(run("out", "link.jsonl", "2026-02-04").exit()).isZero();
    Ran again = run("again", "shared.jsonl", "2026-02-04");
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(files.path("again").resolve(TOPIC + ".jsonl")).isEmptyFile();
  }

  @Test
  void whatIsLeft_isWhatTheLastRowSays() throws IOException {
    assertThat(run("out", "ledger.jsonl", "2026-02-02").exit()).isZero();
    double left =
        JSON.readTree(files.released(TOPIC).get(0)).at("/privacy/budgetLeft/epsilon").asDouble();
    assertThat(left).isBetween(1.0, 5.0);
    Ran budget = Ran.weir("budget", "--ledger", files.text("ledger.jsonl"));
    assertThat(budget.out()).contains(String.format(Locale.ROOT, " %.3f ", left));
  }

  @Test
  void outputOfTheRun_isNoLedger() throws IOException {
    Ran ran = run("out", "out/" + TOPIC + ".jsonl", "2026-02-04");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains(TOPIC + ".jsonl: the run writes its results to this file");
    assertThat(files.path("out").resolve(TOPIC + ".jsonl")).doesNotExist();
  }

  @Test
  void fileThatIsNoLedger_isToldAsThat_byRunAndBudget() {
    Ran run = run("out", "events.jsonl", "2026-02-04");
    Ran budget = Ran.weir("budget", "--ledger", files.text("events.jsonl"));
    for (Ran ran : List.of(run, budget)) {
      assertThat(ran.exit()).isEqualTo(1);
      assertThat(ran.err())
          .contains(files.text("events.jsonl") + ": line 1 is no row of a ledger")
          .doesNotContain("permissions");
    }
  }

  @Test
  void ledgerInAMissingDirectory_isToldBeforeAnythingIsDrawn() {
    Ran ran = run("out", "none/ledger.jsonl", "2026-02-04");
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err())
        .contains(files.text("none/ledger.jsonl") + ": its directory is not there");
    assertThat(files.path("out").resolve("summary.json")).doesNotExist();
  }
}
