package dev.weir.local.command;

import dev.weir.local.charges.ChargeFiles;
import dev.weir.metering.books.Books;
import dev.weir.metering.focus.FocusVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes charges for finance. */
@Command(
    name = "export",
    description = {
      "Writes what is billed in a month as FOCUS, in CSV and Parquet, a file of each partner.",
      "While the month is open its rows have no InvoiceId, and more may come."
    },
    mixinStandardHelpOptions = true)
final class BillingExportCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private BooksOption option = new BooksOption();

  @Option(names = "--period", required = true, paramLabel = "YYYY-MM", description = "The month.")
  private YearMonth period = YearMonth.of(1970, 1);

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Where YYYY-MM/PARTNER.csv and .parquet go.")
  private Path output = Path.of("");

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
    try (Books books = option.read()) {
      List<Path> written = ChargeFiles.write(books, period, focus, output);
      written.forEach(file -> context.print(file.toString()));
      if (written.isEmpty()) {
        context.say("Nothing is billed in " + period + ".");
      }
    }
    return Exit.DONE.code();
  }
}
