package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charges in a real PostgreSQL. */
class ChargeTablesTest {

  private static final int TRIES = 12;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static EmbeddedPostgres server;

  private final BillingFiles files;
  private final Path directory;
  private String url = "";

  ChargeTablesTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    this.files = BillingFiles.in(directory);
  }

  @BeforeAll
  static void start() throws IOException {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    boolean amd64 = System.getProperty("os.arch").equals("amd64");
    assumeThat(linux && amd64).as("the tests have a server's programs for linux-amd64").isTrue();
    server = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  /** A database of this test's own, and books with a closed month and an open one. */
  @BeforeEach
  void books() throws Exception {
    String name = "t" + UUID.randomUUID().toString().replace("-", "");
    try (Connection admin = server.getPostgresDatabase().getConnection();
        Statement create = admin.createStatement()) {
      create.execute("CREATE DATABASE " + name);
    }
    url = server.getJdbcUrl("postgres", name);
    files.run("march", "2026-03-01T08:00:00Z", 1_500);
    assertThat(files.create().exit()).isZero();
    assertThat(files.rate("2026-03", "--usage", files.files().text("march")).exit()).isZero();
    assertThat(files.close("2026-03", "--runs", files.files().text("march")).exit()).isZero();
    files.run("april", "2026-04-01T08:00:00Z", 700);
    assertThat(files.rate("2026-04", "--usage", files.files().text("april")).exit()).isZero();
  }

  private Ran export() {
    return files.billing("export", "--jdbc", url);
  }

  private long asked(String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement ask = connection.createStatement()) {
      ResultSet row = ask.executeQuery(query);
      row.next();
      return row.getLong(1);
    }
  }

  private void changed(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement change = connection.createStatement()) {
      change.execute(statement);
    }
  }

  /** What the ledger has, by its files. */
  private long entries() throws IOException {
    long lines = 0;
    try (var ledger = Files.list(files.files().path("books/ledger"))) {
      for (Path file : ledger.toList()) {
        lines += Files.readAllLines(file).size() - 1;
      }
    }
    return lines;
  }

  @Test
  void everyLineStandsOnce_howeverOftenItIsExported() throws Exception {
    for (int times = 0; times < 3; times++) {
      Ran ran = export();
      assertThat(ran.exit()).as(ran.all()).isZero();
    }
    assertThat(asked("SELECT count(*) FROM weir_entry")).isEqualTo(entries());
    assertThat(asked("SELECT count(*) FROM weir_usage")).isEqualTo(2);
    assertThat(asked("SELECT sum(billed_cost) * 100 FROM weir_charge")).isEqualTo(100_088);
    assertThat(asked("SELECT count(*) FROM weir_charge WHERE invoice_id IS NULL")).isEqualTo(2);
    assertThat(files.close("2026-04", "--runs", files.files().text("april")).exit()).isZero();
    assertThat(export().exit()).isZero();
    assertThat(asked("SELECT count(*) FROM weir_charge WHERE invoice_id IS NULL")).isZero();
    assertThat(asked("SELECT count(*) FROM weir_charge")).isEqualTo(4);
  }

  @Test
  void aStatementOfTheTables_isThatOfTheBooks() throws IOException {
    assertThat(export().exit()).isZero();
    String name = "statement-north-2026-03.html";
    String[] common = {"statement", "--partner", "north", "--period", "2026-03", "--output"};
    Ran books = Ran.weir(with(common, files.files().text("a"), "--charges", booksDirectory()));
    assertThat(books.exit()).as(books.all()).isZero();
    Ran tables = Ran.weir(with(common, files.files().text("b"), "--jdbc", url));
    assertThat(tables.exit()).as(tables.all()).isZero();
    assertThat(directory.resolve("b").resolve(name))
        .hasSameTextualContentAs(directory.resolve("a").resolve(name));
  }

  private String booksDirectory() {
    return files.files().text("books");
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  /** The server ends whatever is connected, again and again, while exports are tried. */
  @Test
  void connectionsThatAreEndedOnTheWay_leaveNoLineTwiceAndNoneByHalves() throws Exception {
    assertThat(export().exit()).isZero();
    changed("TRUNCATE weir_entry, weir_usage, weir_charge");
    changed("DELETE FROM weir_books");
    int broken = 0;
    for (int tried = 0; tried < TRIES; tried++) {
      Thread killer = new Thread(this::endOne);
      killer.start();
      Ran ran = export();
      killer.join();
      broken += ran.exit() == 3 ? 1 : 0;
      long there = asked("SELECT count(*) FROM weir_entry");
      assertThat(there).isIn(0L, entries());
      assertThat(asked("SELECT count(*) FROM weir_usage")).isEqualTo(there == 0 ? 0 : 2);
    }
    System.out.println(broken + " of " + TRIES + " exports were ended on the way");
    assertThat(export().exit()).isZero();
    assertThat(asked("SELECT count(*) FROM weir_entry")).isEqualTo(entries());
    assertThat(asked("SELECT sum(billed_cost) * 100 FROM weir_charge")).isEqualTo(100_088);
  }

  /** As soon as it has begun to write. */
  private void endOne() {
    String database = url.replaceAll(".*/([^?]*)\\?.*", "$1");
    try (Connection admin = server.getPostgresDatabase().getConnection();
        Statement end = admin.createStatement()) {
      for (int looked = 0; looked < 400; looked++) {
        ResultSet ended =
            end.executeQuery(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '"
                    + database
                    + "' AND query LIKE 'INSERT INTO weir_%'");
        ended.next();
        if (ended.getLong(1) > 0) {
          return;
        }
        Thread.sleep(5);
      }
    } catch (SQLException | InterruptedException over) {
      // the export was faster
    }
  }

  @Test
  void tablesOfOtherBooks_areRefused_andNothingIsWritten() throws Exception {
    assertThat(export().exit()).isZero();
    changed("UPDATE weir_entry SET json = replace(json, '500.00', '50.00') WHERE number = 1");
    Ran ran = export();
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.all()).contains("entry 1 is not that of these").doesNotContain(url);
    Ran statement =
        Ran.weir(
            "statement",
            "--partner",
            "north",
            "--period",
            "2026-03",
            "--jdbc",
            url,
            "--output",
            files.files().text("x"));
    assertThat(statement.exit()).isEqualTo(1);
    assertThat(directory.resolve("x")).doesNotExist();
  }

  @Test
  void aDatabaseThatIsNotThere_isSaidWithoutItsAddress() {
    Ran ran = files.billing("export", "--jdbc", "jdbc:postgresql://127.0.0.1:1/x?password=secret");
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.all()).doesNotContain("secret").doesNotContain("127.0.0.1");
  }
}
