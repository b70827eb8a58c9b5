package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code weir run} with prices: charges.csv. */
class ChargesRunTest {

  private static final String PRICE =
      "price: {currency: EUR, perMonth: 500.00, perThousandRecords: [{upTo: 1000, price: 0.40},"
          + " {price: 0.25}]}\n";
  private static final String BOOK =
      """
      apiVersion: weir/v1
      kind: PriceBook
      id: standard
      currency: CHF
      tiers:
        gold:
          - {from: 2025-01-01, price: {perMonth: 90.00, perThousandRecords: [{price: 10.00}]}}
          - {from: 2027-01-01, price: {perMonth: 900.00}}
      revenueShare: {tickets: 0.2}
      """;

  private final Path directory;
  private TicketFiles files;

  ChargesRunTest(@TempDir Path directory) {
    this.directory = directory;
    this.files = new TicketFiles(directory);
  }

  @BeforeEach
  void write() throws IOException {
    files = TicketFiles.in(directory);
    Files.write(files.path("events.jsonl"), files.events(2_000));
  }

  private void north(String more) throws IOException {
    Files.writeString(files.path("north.yaml"), Files.readString(files.path("north.yaml")) + more);
  }

  private Ran run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--input",
                files.text("events.jsonl"),
                "--keys",
                files.text("keys"),
                "--output",
                files.text("out"),
                "--as-of",
                "2026-05-07T08:09:10Z"));
    arguments.addAll(List.of(more));
    return files.ran("run", List.of("north.yaml"), arguments.toArray(String[]::new));
  }

  private List<CSVRecord> charges() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader in = Files.newBufferedReader(files.path("out/charges.csv"))) {
      return format.parse(in).getRecords();
    }
  }

  private static List<String> cells(List<CSVRecord> rows, String column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  @Test
  void aRun_isChargedInTheMonthOfItsClock_byWhatItsTopicHolds() throws IOException {
    north(PRICE);
    Ran ran = run();
    assertThat(ran.exit()).as(ran.all()).isZero();
    long lines = files.released("north.tickets.v1").size();
    List<CSVRecord> rows = charges();
    assertThat(cells(rows, "BilledCost"))
        .containsExactly(
            "500",
            "0.4",
            new BigDecimal(lines - 1000)
                .movePointLeft(3)
                .multiply(quarter())
                .stripTrailingZeros()
                .toPlainString());
    assertThat(cells(rows, "ConsumedQuantity")).containsExactly("", "1000", "" + (lines - 1000));
    assertThat(cells(rows, "BillingPeriodStart")).containsOnly("2026-05-01T00:00:00Z");
    assertThat(cells(rows, "BillingAccountId")).containsOnly("north");
    assertThat(ran.out()).contains("Charged for 2026-05", "north: 500.65 EUR");
  }

  private static BigDecimal quarter() {
    return new BigDecimal("0.25");
  }

  @Test
  void anAgreementWithoutAPrice_costsNothing_andTheTableHasItsHeader() throws IOException {
    Ran ran = run();
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(charges()).isEmpty();
    assertThat(Files.readString(files.path("out/charges.csv"))).contains("BilledCost");
    assertThat(ran.out()).doesNotContain("Charged");
  }

  @Test
  void aTier_isChargedByThePriceBook_andItsOwnerGetsHisShare() throws IOException {
    north("tier: gold\n");
    Files.writeString(files.path("prices.yaml"), BOOK);
    Ran ran = run("--prices", files.text("prices.yaml"));
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(cells(charges(), "BilledCost")).containsExactly("90", "20");
    assertThat(cells(charges(), "BillingCurrency")).containsOnly("CHF");
    assertThat(ran.out())
        .contains("north: 110.00 CHF", "to the owner of tickets: 22.00 CHF", "0.2 in 110.00 CHF");
  }

  @Test
  void aTierWithoutItsBook_andACurrencyThatIsNone_areRefusedInTheirPlace() throws IOException {
    String before = Files.readString(files.path("north.yaml"));
    north("tier: gold\n");
    Ran ran = run();
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.all()).contains("[tier-unknown]");
    Files.writeString(files.path("north.yaml"), before + PRICE.replace("EUR", "EUX"));
    Ran none = run();
    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.all())
        .contains("price.currency: [unknown-word]", "no currency of ISO 4217")
        .doesNotContain("EUX");
    assertThat(files.path("out")).doesNotExist();
  }

  @Test
  void theDirectoryOfARun_isReconciled_andALineThatLacksIsFound() throws IOException {
    north(PRICE);
    assertThat(run().exit()).isZero();
    String[] command = {
      "reconcile", "--directory", files.text("out"), "--period", "2026-05", "--format", "json"
    };
    Ran agrees = Ran.weir(command);
    assertThat(agrees.exit()).as(agrees.all()).isZero();
    List<String> lines = files.released("north.tickets.v1");
    assertThat(new ObjectMapper().readTree(agrees.out()).at("/charges/0/charged").asInt())
        .isEqualTo(lines.size());
    Files.write(files.path("out/north.tickets.v1.jsonl"), lines.subList(1, lines.size()));
    assertThat(Ran.weir(command).exit()).isEqualTo(4);
  }
}
