package dev.weir.local.command;

import dev.weir.local.charges.ChargeFiles;
import dev.weir.local.database.ChargeTables;
import dev.weir.metering.books.Books;
import dev.weir.metering.charges.ChargeEvent;
import dev.weir.metering.focus.FocusVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes charges for finance. */
@Command(
    name = "export",
    description = {
      "Writes what is billed in a month as FOCUS, in CSV and Parquet, a file of each partner; or all",
      "of the books to tables of PostgreSQL.",
      "While the month is open its rows have no InvoiceId, and more may come."
    },
    mixinStandardHelpOptions = true)
final class BillingExportCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private BooksOption option = new BooksOption();

  @Option(names = "--period", paramLabel = "YYYY-MM", description = "The month, of --output.")
  private @Nullable YearMonth period;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where YYYY-MM/PARTNER.csv and .parquet go.")
  private @Nullable Path output;

  @Option(
      names = "--jdbc",
      paramLabel = "URL",
      description = {
        "A PostgreSQL database, whose tables weir_* are made if they are not there: all that the",
        "books hold, each row once. ${env:NAME} in it is replaced, so that no password is typed."
      })
  private @Nullable String jdbc;

  @Option(
      names = "--gateway",
      paramLabel = "FILE",
      description = "With --jdbc, the lines of its topic <prefix>.charges besides.")
  private @Nullable Path gateway;

  @Option(
      names = "--focus-version",
      paramLabel = "VERSION",
      defaultValue = "1.4",
      description = "1.4 or 1.2 (${DEFAULT-VALUE}).")
  private String version = "1.4";

  BillingExportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    FocusVersion focus =
        FocusVersion.of(version)
            .orElseThrow(() -> new CommandFailure(Exit.USAGE, "--focus-version is 1.4 or 1.2."));
    if ((output == null) != (period == null) || (output == null && jdbc == null)) {
      throw new CommandFailure(
          Exit.USAGE, "Give --output DIR with --period YYYY-MM, or --jdbc URL.");
    }
    try (Books books = option.read()) {
      if (output != null && period != null) {
        files(books, period, output, focus);
      }
      if (jdbc != null) {
        Database.work(jdbc, tables -> tables(tables, books));
        context.say("Written to the database.");
      }
    }
    return Exit.DONE.code();
  }

  private void files(Books books, YearMonth month, Path directory, FocusVersion focus)
      throws IOException {
    List<Path> written = ChargeFiles.write(books, month, focus, directory);
    written.forEach(file -> context.print(file.toString()));
    if (written.isEmpty()) {
      context.say("Nothing is billed in " + month + ".");
    }
  }

  private Books tables(ChargeTables tables, Books books) throws SQLException, IOException {
    tables.write(books);
    Path file = gateway;
    if (file != null) {
      List<ChargeEvent> lines = new ArrayList<>();
      GatewayFailures.told(context, () -> GatewayMonths.charges(context, file, lines::add));
      tables.write(lines);
    }
    return books;
  }
}
