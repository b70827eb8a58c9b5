package dev.weir.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.metering.usage.UsageJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month's close as docs/finance.md walks through it, and what may go wrong on the way. */
class BillingCommandTest {

  private final Path directory;
  private BillingFiles files;

  BillingCommandTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    this.files = BillingFiles.in(directory);
  }

  @BeforeEach
  void booksAndARunInMarch() throws IOException {
    done(files.create());
    files.run("out/first", "2026-03-17T08:30:00Z", 2500);
  }

  private static Ran done(Ran ran) {
    assertThat(ran.exit()).as(ran.all()).isZero();
    return ran;
  }

  private String out(String name) {
    return files.files().text(name);
  }

  @Test
  void month_isRatedClosedCorrectedAndCredited() throws IOException {
    Ran rated = done(files.rate("2026-03", "--usage", out("out")));
    assertThat(rated.out()).contains("500.00 EUR", "1.00 EUR", "north: 501.00 EUR");
    assertThat(rated.err()).contains("1 usage events are new; 2 entries added.");
    Ran closed = done(files.close("2026-03", "--runs", out("out")));
    assertThat(closed.out())
        .containsPattern("north-tickets +2500 +2500 +2500 +0")
        .containsPattern("T-S-000001 +north +2 +501.00 EUR");
    assertThat(closed.err()).containsPattern("sha256:[0-9a-f]{64}");

    files.run("out/late", "2026-03-31T23:59:00Z", 500);
    Ran late = done(files.rate("2026-04", "--usage", out("out")));
    assertThat(late.out())
        .containsPattern("2026-03 +2026-04 +records 1 +0.500 +0.40 +0.20 EUR +2 of T-S-000001");
    Ran credit =
        done(
            files.billing(
                "credit", "--entry", "2", "--amount", "0.25", "--reason", "rows came twice"));
    assertThat(credit.out()).contains("T-C-000001: -0.25 EUR for north");
    Ran listed = done(files.billing("list", "--period", "2026-04", "--partner", "north"));
    assertThat(listed.out()).contains("north: 499.95 EUR");
    assertThat(listed.all()).containsPattern("Digest of the ledger: sha256:[0-9a-f]{64}");
  }

  @Test
  void export_isFocus_inCsvAndParquet_byPartner() throws IOException {
    done(files.rate("2026-03", "--usage", out("out")));
    done(files.close("2026-03", "--runs", out("out")));
    Ran exported = done(files.billing("export", "--period", "2026-03", "--output", out("focus")));
    Path csv = directory.resolve("focus/2026-03/north.csv");
    assertThat(exported.out()).contains(csv.toString(), "north.parquet");
    List<CSVRecord> rows = rows(csv);
    assertThat(rows).extracting(row -> row.get("BilledCost")).containsExactly("500", "1");
    assertThat(rows).extracting(row -> row.get("InvoiceId")).containsOnly("T-S-000001");
    assertThat(rows).extracting(row -> row.get("ServiceProviderName")).containsOnly("Tickets Ltd");
    assertThat(rows).extracting(row -> row.get("BillingAccountName")).containsOnly("North Loyalty");
    assertThat(Files.readAllBytes(directory.resolve("focus/2026-03/north.parquet")))
        .startsWith("PAR1".getBytes(UTF_8));
    done(
        files.billing(
            "export", "--period", "2026-03", "--output", out("old"), "--focus-version", "1.2"));
    assertThat(rows(directory.resolve("old/2026-03/north.csv")).get(0).toMap())
        .containsKey("PublisherName")
        .doesNotContainKey("HostProviderName");
    assertThat(
            files
                .billing(
                    "export", "--period", "2026-03", "--output", out("x"), "--focus-version", "9")
                .exit())
        .isEqualTo(2);
    assertThat(done(files.billing("export", "--period", "2026-07", "--output", out("x"))).err())
        .contains("Nothing is billed in 2026-07");
  }

  private static List<CSVRecord> rows(Path file) throws IOException {
    try (var in = Files.newBufferedReader(file)) {
      return CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(in)
          .getRecords();
    }
  }

  @Test
  void dryRun_showsAndWritesNothing() {
    Ran dry = done(files.rate("2026-03", "--usage", out("out"), "--dry-run"));
    assertThat(dry.out()).contains("north: 501.00 EUR");
    assertThat(done(files.billing("list")).out()).doesNotContain("north");
    assertThat(files.close("2026-03", "--runs", out("out")).exit()).isEqualTo(1);
  }

  @Test
  void recordsThatWereNotMetered_areFoundAtTheClose() throws IOException {
    done(files.rate("2026-03", "--usage", out("out")));
    Path topic = directory.resolve("out/first/" + BillingFiles.TOPIC + ".jsonl");
    Files.writeString(topic, Files.readString(topic) + "{}\n");
    Ran refused = files.close("2026-03", "--runs", out("out"));
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err()).contains("delivered 2501, metered 2500, charged 2500");
    done(
        files.close(
            "2026-03", "--runs", out("out"), "--explain", "north-tickets=a line put in by hand"));
    Ran again = files.close("2026-03", "--runs", out("out"));
    assertThat(again.exit()).isEqualTo(4);
    assertThat(again.err()).contains("it is closed");
    done(files.billing("reopen", "--period", "2026-03", "--reason", "the line is gone"));
    done(files.close("2026-03", "--delivered", "north-tickets=2500"));
  }

  @Test
  void topicFileThatIsGone_orUsageOfSeveralMonths_isNotGuessed() throws IOException {
    done(files.rate("2026-03", "--usage", out("out")));
    Path usage = directory.resolve("out/first/usage.jsonl");
    String other =
        new String(UsageJson.write(BillingFiles.event("2026-04-01T00:00:00Z", 1)), UTF_8);
    Files.writeString(usage, Files.readString(usage) + other + "\n");
    Ran several = files.close("2026-03", "--runs", out("out"));
    assertThat(several.exit()).isEqualTo(1);
    assertThat(several.err()).contains("several months", "--delivered");
    Files.delete(directory.resolve("out/first/" + BillingFiles.TOPIC + ".jsonl"));
    assertThat(files.close("2026-03", "--runs", out("out")).err()).contains("is missing");
    Files.writeString(directory.resolve("out/first/summary.json"), "MARK");
    Ran noSummary = files.close("2026-03", "--runs", out("out"));
    assertThat(noSummary.exit()).isEqualTo(1);
    assertThat(noSummary.err()).contains("is no summary of weir run").doesNotContain("MARK");
  }

  @Test
  void lineThatIsNoUsage_isNamed_andNothingIsTaken() throws IOException {
    Path usage = directory.resolve("out/first/usage.jsonl");
    Files.writeString(usage, Files.readString(usage) + "{\"id\": \"MARK\"}\nMARK\n");
    Ran refused = files.rate("2026-03", "--usage", out("out"));
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err())
        .contains("usage.jsonl:2: This is no usage event", "usage.jsonl:3:")
        .doesNotContain("MARK");
    assertThat(done(files.billing("list")).out()).doesNotContain("north");
    assertThat(files.rate("2026-03", "--usage", out("nowhere")).err())
        .contains("neither a file nor a directory");
  }

  @Test
  void termsThatAreMissing_areAskedFor() throws IOException {
    Ran none = files.billing("rate", "--period", "2026-03", "--usage", out("out"));
    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.err()).contains("--agreement");
    files.files().change("north.yaml", "version: 2.1.0", "version: 3.0.0");
    Ran other = files.rate("2026-03", "--usage", out("out"));
    assertThat(other.exit()).isEqualTo(1);
    assertThat(other.err()).contains("usage of north-tickets@2.1.0, and no file of it");
    Ran since = files.rate("2026-03", "--since", "north-tickets@9=2026-03-01");
    assertThat(since.err()).contains("--since names north-tickets@9, and no file has it.");
    assertThat(files.rate("2026-03", "--since", "north-tickets@3.0.0=soon").exit()).isEqualTo(2);
    files.files().change("north.yaml", "status: active", "status: nonsense");
    assertThat(files.rate("2026-03").err()).contains("north.yaml:5");
  }

  @Test
  void books_areThere_once_andCreditsFit() {
    assertThat(files.create().exit()).isEqualTo(1);
    Ran nowhere = Ran.weir("billing", "list", "--charges", out("nowhere"));
    assertThat(nowhere.exit()).isEqualTo(1);
    assertThat(nowhere.err()).contains("weir billing create");
    assertThat(Ran.weir("billing").exit()).isEqualTo(2);
    done(files.rate("2026-03", "--usage", out("out")));
    assertThat(credit("7", "1").err()).contains("Entry 7 is no charge");
    assertThat(credit("2", "0.001").exit()).isEqualTo(2);
    assertThat(credit("2", "0.10").exit()).isEqualTo(4);
  }

  private Ran credit(String entry, String amount) {
    return files.billing("credit", "--entry", entry, "--amount", amount, "--reason", "why");
  }
}
