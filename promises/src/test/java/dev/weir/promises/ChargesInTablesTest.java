package dev.weir.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weir.local.command.WeirCommand;
import dev.weir.local.terminal.Terminal;
import dev.weir.promises.stream.Charges;
import dev.weir.promises.stream.RatingUnderTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the usage topics to the books' files, to the charges topic and to tables of PostgreSQL: what
 * crashes on the way, the server in the midst of a transaction, a task manager, the broker, leaves
 * no line twice, none by halves, and none out.
 */
class ChargesInTablesTest {

  private static final int ROUNDS = 4;
  private static final int EVENTS = 300;

  /** The exit code of what the world around Weir is to blame for. */
  private static final int ENVIRONMENT = 3;

  private static final Duration QUIET = Duration.ofSeconds(3);

  private final Path directory;
  private final Random random = new Random(20261127);
  private final List<Integer> exits = new CopyOnWriteArrayList<>();

  ChargesInTablesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void everyLineStandsOnce_whateverCrashesBetweenFileTopicAndTable() throws Exception {
    assumeThat(CrashingPostgres.isHere()).as("the tests have a server for this machine").isTrue();
    try (CrashingPostgres database = new CrashingPostgres(directory.resolve("database"));
        RatingUnderTest rating = RatingUnderTest.start(directory, random)) {
      assertThat(billing("create", "--issuer", "Weir", "--series", "W-")).isZero();
      assertThat(export(rating, database.url())).isZero();
      for (int round = 0; round < ROUNDS; round++) {
        rating.awaitRunning();
        rating.tell(EVENTS);
        rate(rating);
        crashOnTheWay(round, rating, database);
        assertNothingByHalves(database.url());
      }
      assertThat(exits)
          .as("the server crashed under the first two")
          .startsWith(ENVIRONMENT, ENVIRONMENT);
      rating.awaitRunning();
      assertAll(rating, database);
    }
  }

  /**
   * By turns the server crashes while the books are written, while lines are, and the job fails.
   */
  private void crashOnTheWay(int round, RatingUnderTest rating, CrashingPostgres database)
      throws Exception {
    String url = database.url();
    Runnable export = () -> exits.add(export(rating, url));
    switch (round) {
      case 0 -> database.crashIn("weir_charge", export);
      case 1 -> database.crashIn("weir_line", export);
      default -> {
        CompletableFuture<Void> under = CompletableFuture.runAsync(export);
        Thread.sleep(random.nextInt(1_000));
        rating.fail();
        under.get();
      }
    }
  }

  private void rate(RatingUnderTest rating) {
    String month = YearMonth.now(ZoneOffset.UTC).toString();
    String gateway = rating.gateway().toString();
    assertThat(billing("rate", "--period", month, "--gateway", gateway, "--topics")).isZero();
  }

  private int export(RatingUnderTest rating, String url) {
    return billing("export", "--jdbc", url, "--gateway", rating.gateway().toString());
  }

  private int billing(String command, String... more) {
    String books = directory.resolve("books").toString();
    String[] arguments =
        Stream.concat(Stream.of("billing", command, "--charges", books), Stream.of(more))
            .toArray(String[]::new);
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    int exit =
        WeirCommand.run(
            arguments,
            Terminal.piped(out, out),
            Map.of("WEIR_LOGS", directory.resolve("logs").toString()));
    assertThat(exit).as(said.toString()).isIn(0, ENVIRONMENT);
    return exit;
  }

  /** Numbers have no gaps, and each entry has its charge: what was committed, was so whole. */
  private static void assertNothingByHalves(String url) throws SQLException {
    for (String query :
        List.of(
            gaps("SELECT series AS whose, number FROM weir_entry"),
            gaps(
                "SELECT agreement || month AS whose, split_part(id, '/', 3)::int AS number"
                    + " FROM weir_line"),
            "SELECT 'entries without a charge', count(*) FROM weir_entry e WHERE NOT EXISTS"
                + " (SELECT 1 FROM weir_charge c WHERE c.series = e.series AND c.entry = e.number)")) {
      assertThat(sums(url, query).values())
          .as(query)
          .allSatisfy(lacking -> assertThat(lacking).isEqualByComparingTo(BigDecimal.ZERO));
    }
  }

  private static String gaps(String numbers) {
    return "SELECT 'gaps of ' || whose, max(number) - count(*) FROM ("
        + numbers
        + ") GROUP BY whose";
  }

  private void assertAll(RatingUnderTest rating, CrashingPostgres database) throws Exception {
    Charges charges = new Charges(rating.servers(), QUIET);
    SortedMap<String, BigDecimal> expected = charges.expected(RatingUnderTest.PARTNERS);
    Charges.Charged charged = charges.charged();
    assertThat(charged.amounts()).isEqualTo(expected);
    rate(rating);
    assertThat(export(rating, database.url())).isZero();
    assertNothingByHalves(database.url());
    SortedMap<String, BigDecimal> lines =
        sums(
            database.url(),
            "SELECT concat_ws(' ', agreement, to_char(month, 'YYYY-MM'), kind, tier), sum(amount)"
                + " FROM weir_line GROUP BY 1 HAVING sum(amount) <> 0");
    assertThat(lines).isEqualTo(expected);
    assertThat(sums(database.url(), "SELECT 'lines', count(*) FROM weir_line").get("lines"))
        .isEqualByComparingTo(BigDecimal.valueOf(charged.lines()));
    BigDecimal total = expected.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sums(database.url(), "SELECT 'billed', sum(billed_cost) FROM weir_charge"))
        .as("the books say the same")
        .hasEntrySatisfying("billed", billed -> assertThat(billed).isEqualByComparingTo(total));
  }

  private static SortedMap<String, BigDecimal> sums(String url, String query) throws SQLException {
    SortedMap<String, BigDecimal> sums = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement ask = connection.createStatement()) {
      ResultSet rows = ask.executeQuery(query);
      while (rows.next()) {
        sums.put(rows.getString(1), rows.getBigDecimal(2));
      }
    }
    return sums;
  }
}
