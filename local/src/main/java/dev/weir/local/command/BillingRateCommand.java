package dev.weir.local.command;

import dev.weir.local.billing.BillingInputException;
import dev.weir.local.billing.UsageFiles;
import dev.weir.metering.books.Books;
import dev.weir.metering.books.BooksRating;
import dev.weir.metering.books.RatingReport.RatedAgreement;
import dev.weir.metering.books.RatingReport.RatedMonth;
import dev.weir.metering.books.Terms;
import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.usage.UsageEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rates usage into the ledger. */
@Command(
    name = "rate",
    description = {
      "Takes usage into the books and charges it: each agreement, each month up to --period.",
      "An event counts once, however often it is given. What is charged already adds nothing; late",
      "usage, or a price that was mended, adds the difference. Prints what it added."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  weir billing rate --period 2026-11 --usage out --agreement acme.yaml",
    },
    mixinStandardHelpOptions = true)
final class BillingRateCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private BooksOption option = new BooksOption();
  @Mixin private TermsOptions terms = new TermsOptions();

  @Option(
      names = "--period",
      required = true,
      paramLabel = "YYYY-MM",
      description = "The last month that is rated, UTC.")
  private YearMonth period = YearMonth.of(1970, 1);

  @Option(
      names = "--usage",
      paramLabel = "PATH",
      description = {
        "Usage events: a file, or a directory whose usage.jsonl, and those below it, are read.",
        "Can be given several times."
      })
  private List<Path> usage = List.of();

  @Option(
      names = "--topics",
      description = "The usage that stands on the usage topics of --gateway, besides.")
  private boolean topics;

  @Option(names = "--dry-run", description = "Prints what would be added, and adds nothing.")
  private boolean dry;

  BillingRateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, BillingInputException {
    Terms held = terms.read(context);
    try (Books books = option.write()) {
      int before = books.usage().events().size();
      books.take(UsageFiles.read(usage));
      books.take(onTopics());
      List<Charge> added = BooksRating.rate(books, held, period, BooksOption.now(context));
      if (!dry) {
        books.post();
      }
      report(books, books.usage().events().size() - before, added);
    }
    return Exit.DONE.code();
  }

  private List<UsageEvent> onTopics() {
    Path gateway = terms.gateway();
    if (topics && gateway == null) {
      throw new CommandFailure(Exit.USAGE, "--topics are those of a --gateway.");
    }
    List<UsageEvent> events = new ArrayList<>();
    if (topics && gateway != null) {
      GatewayFailures.told(context, () -> GatewayMonths.usage(context, gateway, events::add))
          .forEach(
              (topic, records) ->
                  context.say(
                      topic
                          + " holds "
                          + records
                          + " records that are no usage events; they were left out."));
    }
    return events;
  }

  private void report(Books books, int taken, List<Charge> added) {
    if (!added.isEmpty()) {
      context.print(ChargeLines.of(added));
      context.print(ChargeLines.sums(added));
    }
    books.report().agreements().forEach(this::outside);
    context.say(
        taken
            + " usage events are new; "
            + added.size()
            + " entries "
            + (dry ? "would be added; nothing was written (--dry-run)." : "added."));
  }

  private void outside(RatedAgreement agreement) {
    for (RatedMonth month : agreement.months()) {
      if (month.outside() > 0) {
        context.say(
            agreement.agreement()
                + ": "
                + month.outside()
                + " records of "
                + month.month()
                + " were released when no version of it was in force, and are not charged. Look"
                + " for the version that lacks, or for why they left.");
      }
    }
  }
}
