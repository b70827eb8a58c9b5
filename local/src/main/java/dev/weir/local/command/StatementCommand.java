package dev.weir.local.command;

import dev.weir.local.statement.Statement;
import dev.weir.local.statement.StatementHtml;
import dev.weir.local.statement.StatementPdf;
import dev.weir.local.statement.Statements;
import dev.weir.local.terminal.Terminal;
import dev.weir.metering.books.Books;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws a statement. */
@Command(
    name = "statement",
    description = {
      "Draws what a partner owes for a month, and the usage it is made of, as HTML and PDF.",
      "While the month is open it says so."
    },
    mixinStandardHelpOptions = true)
final class StatementCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private BooksOption option = new BooksOption();

  @Option(
      names = "--partner",
      required = true,
      paramLabel = "ID",
      converter = PartnerConverter.class,
      description = "Whose.")
  private String partner = "";

  @Option(
      names = "--period",
      required = true,
      paramLabel = "YYYY-MM",
      description = "The month in which it is billed, UTC.")
  private YearMonth period = YearMonth.of(1970, 1);

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Where statement-PARTNER-YYYY-MM.html and .pdf go (${DEFAULT-VALUE}).")
  private Path output = Path.of(".");

  StatementCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    try (Books books = option.read()) {
      Statement statement =
          Statements.of(books, partner, period)
              .orElseThrow(
                  () ->
                      new CommandFailure(
                          Exit.PROBLEM,
                          "Nothing is billed to "
                              + Terminal.shown(partner)
                              + " in "
                              + period
                              + ". weir billing list shows what is."));
      write(StatementHtml.of(statement));
    }
    return Exit.DONE.code();
  }

  private void write(String html) throws IOException {
    Files.createDirectories(output);
    String name = "statement-" + partner + "-" + period;
    Path page = Files.writeString(output.resolve(name + ".html"), html);
    Path pdf = output.resolve(name + ".pdf");
    try (OutputStream out = Files.newOutputStream(pdf)) {
      StatementPdf.write(html, out);
    }
    context.print(page.toString());
    context.print(pdf.toString());
  }
}
