package dev.weir.local.command;

import dev.weir.local.database.ChargeTables;
import dev.weir.local.invoice.BilledDocument;
import dev.weir.local.invoice.BilledDocuments;
import dev.weir.local.invoice.InvoiceTerms;
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
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws a statement. */
@Command(
    name = "statement",
    description = {
      "Draws what a partner owes for a month, and the usage it is made of, as HTML and PDF.",
      "While the month is open it says so.",
      "With --seller, --buyer, --tax and --due each numbered document of it is drawn besides as an",
      "invoice or a credit note by EN 16931, as XML and as a PDF that holds it (ZUGFeRD, XRechnung)."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  weir statement --partner acme --period 2026-11 --output pages/ \\",
      "      --seller seller.yaml --buyer acme.yaml --tax 19 --due 2026-12-31",
    },
    mixinStandardHelpOptions = true)
final class StatementCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private BooksOption option = new BooksOption();
  @Mixin private InvoiceOptions invoicing = new InvoiceOptions();

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
      names = "--jdbc",
      paramLabel = "URL",
      description = {
        "The database that weir billing export --jdbc wrote, in the place of --charges.",
        "${env:NAME} in it is replaced."
      })
  private @Nullable String jdbc;

  @Option(
      names = "--series",
      paramLabel = "TEXT",
      description = "With --jdbc, of which books; where there are several.")
  private @Nullable String series;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = ".",
      description = {
        "Where statement-PARTNER-YYYY-MM.html and .pdf go, and invoice-NUMBER.xml and .pdf",
        "(${DEFAULT-VALUE})."
      })
  private Path output = Path.of(".");

  StatementCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Optional<InvoiceTerms> terms = invoicing.read(context);
    try (Books books = jdbc == null ? option.read() : Database.work(jdbc, this::read)) {
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
      List<InvoiceFile> invoices =
          terms.isEmpty() ? List.of() : invoices(books, statement, terms.get());
      write(StatementHtml.of(statement));
      for (InvoiceFile invoice : invoices) {
        invoice.write(output).forEach(file -> context.print(file.toString()));
      }
    }
    return Exit.DONE.code();
  }

  /** All of them, before any file is written. */
  private List<InvoiceFile> invoices(Books books, Statement statement, InvoiceTerms terms)
      throws IOException {
    List<BilledDocument> documents =
        BilledDocuments.of(books.ledger().entries(), statement, terms.tax());
    if (documents.isEmpty()) {
      throw new CommandFailure(
          Exit.PROBLEM,
          "Nothing that is billed in "
              + period
              + " has a number yet, and an invoice has one. weir billing close gives it.");
    }
    if (statement.parts().size() > documents.size()) {
      context.say("Lines that are on no document yet are on no invoice.");
    }
    return InvoiceFile.draw(documents, terms);
  }

  private Books read(ChargeTables tables) throws SQLException, IOException {
    List<String> there = tables.series();
    if (series == null && there.size() != 1) {
      throw new CommandFailure(
          Exit.PROBLEM, "The tables hold " + there.size() + " books. Name one's --series.");
    }
    return tables.read(series == null ? there.get(0) : series);
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
