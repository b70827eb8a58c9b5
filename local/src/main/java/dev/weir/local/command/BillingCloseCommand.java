package dev.weir.local.command;

import dev.weir.local.billing.BillingInputException;
import dev.weir.local.billing.DeliveredRecords;
import dev.weir.local.reconcile.GatewayMonth;
import dev.weir.local.terminal.TextTable;
import dev.weir.metering.books.Books;
import dev.weir.metering.books.BooksClosing;
import dev.weir.metering.ledger.Entry.Closing;
import dev.weir.metering.ledger.Reconciliation.Row;
import dev.weir.metering.reconcile.Reconciled;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Closes a month. */
@Command(
    name = "close",
    description = {
      "Freezes a month with its reconciliation, and numbers its statements.",
      "Delivered, metered and charged records agree for each agreement, or --explain says why not.",
      "Afterwards nothing is billed in the month: corrections go to the next one that is open."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it is closed",
      "1:something is missing that it is judged by",
      "4:it is not over, is closed already, or does not agree"
    },
    mixinStandardHelpOptions = true)
final class BillingCloseCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private BooksOption option = new BooksOption();
  @Mixin private TermsOptions terms = new TermsOptions();

  @Option(
      names = "--period",
      required = true,
      paramLabel = "YYYY-MM",
      description = "The month, UTC; it is over.")
  private YearMonth period = YearMonth.of(1970, 1);

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      description = {
        "What weir run wrote: the records in its topics' files are counted. With --gateway those",
        "of its topics are."
      })
  private List<Path> runs = List.of();

  @Option(
      names = "--delivered",
      paramLabel = "AGREEMENT=RECORDS",
      description = "Records in an agreement's topics, counted there by other means.")
  private Map<String, Long> delivered = new HashMap<>();

  @Option(
      names = "--explain",
      paramLabel = "AGREEMENT=TEXT",
      description = "Why its figures differ; it is frozen with them.")
  private Map<String, String> explanations = new HashMap<>();

  BillingCloseCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, BillingInputException {
    Map<String, Long> counted = new HashMap<>(delivered);
    DeliveredRecords.of(runs, period).forEach((id, more) -> counted.merge(id, more, Long::sum));
    if (terms.gateway() != null) {
      onTopics().forEach((id, more) -> counted.merge(id, more, Long::sum));
    }
    try (Books books = option.write()) {
      Closing closing =
          BooksClosing.close(books, period, counted, explanations, BooksOption.now(context));
      books.post();
      print(closing);
      context.say(period + " is closed. Digest of the ledger up to here: sha256:" + books.digest());
    }
    return Exit.DONE.code();
  }

  /** Records of each agreement, each once, when every minute agrees or has an explanation. */
  private Map<String, Long> onTopics() throws IOException {
    GatewayMonth month = GatewayMonths.of(context, terms, period);
    Reconciled reconciled = month.reconciled(option.directory());
    List<String> unsettled =
        reconciled.minutes().stream()
            .map(row -> row.place().agreement().id())
            .filter(id -> !explanations.containsKey(id))
            .distinct()
            .toList();
    if (!unsettled.isEmpty()) {
      ReconcileLines lines = new ReconcileLines(reconciled);
      context.print(lines.tables());
      lines.words().forEach(context::say);
      throw new CommandFailure(
          Exit.REFUSED,
          period
              + " cannot be closed: minutes of "
              + String.join(", ", unsettled)
              + " do not agree. Find what differs, or write it down by --explain.");
    }
    Map<String, Long> delivered = month.delivered().byAgreement();
    month.usage().releasedAgain().forEach((id, again) -> delivered.merge(id, -again, Long::sum));
    return delivered;
  }

  private void print(Closing closing) {
    TextTable figures =
        new TextTable("agreement", "delivered", "metered", "charged", "without price", "why");
    for (Row row : closing.reconciliation().rows()) {
      figures.row(
          row.agreement(),
          row.delivered(),
          row.metered(),
          row.charged(),
          row.withoutPrice(),
          Objects.requireNonNullElse(row.explanation(), ""));
    }
    context.print(figures.lines());
    TextTable documents = new TextTable("statement", "partner", "lines", "total");
    closing
        .statements()
        .forEach(one -> documents.row(one.id(), one.partner(), one.entries().size(), one.total()));
    context.print(documents.lines());
  }
}
